import type { Check } from './check.ts';
import type { Reason } from './reason.ts';

const SHORTEST_MS = 3000;
const DAY_MS = 86_400_000;

const WITHOUT_SCRIPTS =
  'It came without the help of JavaScript. An editor reads such comments first.';
const NO_TICKET: Reason = {
  code: 'no-ticket',
  moderator: 'Sent without a form’s time: by a browser without scripts, or by a program',
  commenter: WITHOUT_SCRIPTS,
};

/** Tells programs from people by how the form was used. */
export const formAge: Check = ({ facts, settings }) => {
  const { form } = facts;
  if (form === 'not-needed') return undefined;
  if (form === 'none') return settings.mode === 'open' ? NO_TICKET : undefined;
  if (form === 'forged') return { code: 'forged-form', moderator: 'The form’s time was forged' };
  const { ageMs } = form;
  // Anything but a plain age counts as wrong, a missing number too.
  if (ageMs >= SHORTEST_MS && ageMs <= DAY_MS) return undefined;
  return ageMs > DAY_MS
    ? {
        code: 'old-form',
        moderator: 'The form had been open for more than a day',
        commenter:
          'The page had been open for more than a day. An editor reads such comments first.',
      }
    : { code: 'too-fast', moderator: 'Sent within 3 seconds of opening the form' };
};

export const proofOfWork: Check = ({ facts, settings }) =>
  settings.mode === 'open' && facts.proof === 'missing'
    ? {
        code: 'no-proof',
        moderator: 'Sent by a browser that did not do the work asked for',
        commenter: WITHOUT_SCRIPTS,
      }
    : undefined;

/** The hidden field that people do not see. */
export const trap: Check = ({ submission }) =>
  submission.trap === ''
    ? undefined
    : { code: 'trap', moderator: 'The hidden field was filled in' };
