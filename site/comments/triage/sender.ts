import type { Check } from './check.ts';

const NOT_KNOWN_YET =
  'Comments from an address that is new here, or not (or no longer) confirmed by mail in this browser, are read first.';

/** In the mode that holds first-timers: who has an approved comment and a confirmed address is none. */
export const firstTimers: Check = ({ facts: { sender }, settings }) => {
  if (settings.mode !== 'first-timers') return undefined;
  const moderator =
    sender === undefined
      ? 'What the address sent before could not be looked up'
      : !sender.verified
        ? sender.elsewhere
          ? 'The address is confirmed, but not in this browser: it may be somebody else'
          : 'The address is not confirmed, or its mail was ended'
        : sender.spam > 0
          ? `${sender.spam} from this address put away as spam`
          : sender.approved < 1
            ? 'No comment from this address has been approved yet'
            : undefined;
  return moderator === undefined
    ? undefined
    : { code: 'first-timer', moderator, commenter: NOT_KNOWN_YET };
};

export const duplicate: Check = ({ facts }) =>
  facts.duplicate
    ? {
        code: 'duplicate',
        moderator: 'The same text was sent before',
        commenter: 'The same text was sent before. An editor looks at it first.',
      }
    : undefined;
