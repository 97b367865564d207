import type { AddressHash } from './address-hash.ts';
import type { CommentSettings } from './comment-settings.ts';
import type { HeldComment } from './held-comment.ts';
import type { Renderer } from './render.ts';
import type { Submission } from './submission.ts';
import type { Facts, SenderHistory } from './triage/facts.ts';
import { isEmergency, toCommenterWords, toModeratorWords } from './triage/reason.ts';
import { toSeenText } from './triage/seen-text.ts';
import { triage } from './triage/triage.ts';

export interface Assessing {
  settings: () => CommentSettings;
  renderer: Pick<Renderer, 'render'>;
  addressHash: AddressHash;
  /** What became of earlier comments from an email address, for who sends the request; never rejects. */
  history: (email: string, request: Request) => Promise<SenderHistory | undefined>;
  now: () => Date;
}

/** What is decided about a comment: a part of the `HeldComment`. */
export type Assessment = Pick<
  HeldComment,
  'approved' | 'reasons' | 'notices' | 'emergency' | 'moderation' | 'elsewhere' | 'body'
>;

/** Renders a comment, and decides what happens to it by what was typed and by what readers will see. */
export async function assess(
  submission: Pick<Submission, 'name' | 'email' | 'website' | 'source' | 'trap'> & {
    /** Mail is asked for: it must not go to whom somebody else only names. */
    readonly notify?: boolean;
  },
  request: Request,
  facts: Omit<Facts, 'sender'>,
  { settings, renderer, history }: Pick<Assessing, 'settings' | 'renderer' | 'history'>,
): Promise<Assessment> {
  const rules = settings();
  // Else it does not matter who somebody is.
  const isNeeded = rules.mode === 'first-timers' || submission.notify === true;
  const sender = isNeeded ? await history(submission.email, request) : undefined;
  const elsewhere: Pick<Assessment, 'elsewhere'> = sender?.elsewhere ? { elsewhere: true } : {};
  const body = await renderer.render(submission.source);
  const verdict = triage(submission, { ...facts, sender }, rules, toSeenText(body));
  if (verdict.status === 'approved') {
    return { approved: true, reasons: [], notices: [], body, ...elsewhere };
  }
  const { reasons } = verdict;
  return {
    reasons: toModeratorWords(reasons),
    notices: toCommenterWords(reasons),
    body,
    ...(isEmergency(reasons) && { emergency: true }),
    ...(verdict.status === 'spam' && { moderation: 'spam' }),
    ...elsewhere,
  };
}
