import { setHidden } from './parts.ts';
import { solve } from './proof.ts';

/** Keeps the form's signed time, and the work that a server may ask of browsers. */
export interface Ticket {
  /** Settles when the form may be sent; without its ticket where that cannot be had. */
  readonly ready: () => Promise<void>;
  /** The work counts once: it is done anew. @param again the form begins anew, too */
  readonly renew: (again: boolean) => void;
}

/** Asks for a ticket when the form is first used: a page that is a file has none of its own. */
export function startTicket(form: HTMLFormElement, url: string): Ticket {
  let asked: Promise<void> | undefined;
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
      // The comment is taken without; an editor reads it first.
    }
  };
  const ready = (): Promise<void> => (asked ??= ask());

  form.addEventListener('focusin', () => void ready());
  return {
    ready,
    renew(again) {
      if (again) setHidden(form, 'ticket', '');
      if (!again && !works) return;
      setHidden(form, 'proof', '');
      asked = undefined;
    },
  };
}
