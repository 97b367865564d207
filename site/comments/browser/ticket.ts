import { setHidden } from './parts.ts';
import { solve } from './proof.ts';

/** Keeps the form's signed time, and the work that a server may ask of browsers. */
export interface Ticket {
  /** Settles when the form may be sent; without its ticket where that cannot be had. */
  readonly ready: () => Promise<void>;
  /** The work counts once: it is done anew. @param again the form begins anew, too */
  readonly renew: (again: boolean) => void;
}

/** While somebody types and the server cannot be reached, it is asked so often. */
const RETRY_MS = 5000;
/** Work that is older is done anew: the server takes none after two hours. */
const WORK_MS = 3_600_000;

/** Asks for a ticket when the form is first used: a page that is a file has none of its own. */
export function startTicket(form: HTMLFormElement, url: string): Ticket {
  let asked: Promise<void> | undefined;
  let askedAt = -Infinity;
  let works = false;

  const ask = async (): Promise<void> => {
    try {
      const response = await fetch(`${url}/ticket`, { headers: { accept: 'application/json' } });
      const data: unknown = await response.json();
      if (typeof data !== 'object' || data === null) return;
      const has = form.querySelector<HTMLInputElement>('[name="ticket"]')?.value !== '';
      if (!has && 'ticket' in data) setHidden(form, 'ticket', String(data.ticket));
      if (!('challenge' in data)) return;
      works = true;
      setHidden(form, 'proof', await solve(data.challenge));
    } catch {
      // Asked again. In the end the comment is taken without; an editor reads it first.
      asked = undefined;
    }
  };
  const ready = (): Promise<void> => {
    const now = performance.now();
    if (works && now - askedAt > WORK_MS) renew(false);
    if (asked === undefined) askedAt = now;
    return (asked ??= ask());
  };
  const renew = (again: boolean): void => {
    if (again) setHidden(form, 'ticket', '');
    if (!again && !works) return;
    setHidden(form, 'proof', '');
    asked = undefined;
    askedAt = -Infinity;
  };
  const use = (): void => {
    if (asked === undefined && performance.now() - askedAt < RETRY_MS) return;
    void ready();
  };

  form.addEventListener('focusin', use);
  form.addEventListener('input', use);
  return { ready, renew };
}
