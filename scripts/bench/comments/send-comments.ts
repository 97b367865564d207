import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** What became of the comments of one round. */
export interface Sent {
  /** The texts of those that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Answers by status, where they were anything else; 0 stands for no answer. */
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds from the moment a comment was due to be sent to its answer. */
  readonly waits: readonly number[];
}

interface Round {
  /** Of the site, without a slash at the end. */
  readonly site: string;
  readonly articleId: string;
  /** Stands in every text, so that the round's comments can be told from others. */
  readonly mark: string;
  readonly perSecond: number;
  readonly seconds: number;
}

const BODY = [
  'I had *exactly* the same question after my second session.',
  '',
  '> It is light, slow and gentle.',
  '',
  '- first I rested',
  '- then I drank **water**',
  '',
  'The [guide](https://example.org/guide) said so too.',
].join('\n');

/**
 * Sends comments at a steady rate, whether or not earlier ones have been answered: a slow answer does
 * not slow down who else wants to comment.
 */
export async function sendComments(round: Round): Promise<Sent> {
  const { perSecond, seconds, mark } = round;
  const acknowledged: string[] = [];
  const refused: Record<string, number> = {};
  const waits: number[] = [];
  const began = performance.now();
  const sending: Promise<void>[] = [];
  const note = async (index: number, due: number, answer: Promise<number>): Promise<void> => {
    const status = await answer;
    waits.push(performance.now() - due);
    if (status === 202) acknowledged.push(`${mark} ${index}`);
    else refused[status] = (refused[status] ?? 0) + 1;
  };
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = began + (index / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 1) await delay(early);
    const text = `${BODY}\n\n${mark} ${index}`;
    sending.push(note(index, due, sendComment(round, text, index)));
  }
  await Promise.all(sending);
  return { acknowledged, refused, waits };
}

/**
 * Connections are kept, as browsers keep them, but never until the site ends them (after 5 s). Node's own
 * client costs half of what `fetch` does: what sends must leave the machine to what takes.
 */
const agent = new Agent({ keepAlive: true, timeout: 2500 });

/** @returns the status; 0 when there was no answer */
export function sendComment(
  { site, articleId }: Pick<Round, 'site' | 'articleId'>,
  comment: string,
  index: number,
): Promise<number> {
  const fields = { article: articleId, name: 'A reader', email: `r${index}@mail.example` };
  const body = new URLSearchParams({ ...fields, comment, website: '' }).toString();
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
  };
  return new Promise((resolve) => {
    request(`${site}/api/comments`, { method: 'POST', agent, headers }, (response) => {
      response
        .resume()
        .once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
    })
      .once('error', () => resolve(0))
      .end(body);
  });
}

const outboxShape = z.object({ outbox: z.object({ waiting: z.number() }) });

/** How many comments the site holds that are not delivered yet. */
export async function waitingIn(site: string): Promise<number> {
  const health: unknown = await (await fetch(`${site}/api/health`)).json();
  return outboxShape.parse(health).outbox.waiting;
}
