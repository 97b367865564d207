import { send, type Answer } from './answer.ts';
import { keepDraft } from './draft.ts';
import { checkAsTyped, findProblems, showOutcome, showProblems } from './mending.ts';
import { offerToRemember } from './remember.ts';
import { startReplying } from './replying.ts';
import { hidePreview, showPreview, showTaken } from './show-taken.ts';
import { startTicket } from './ticket.ts';
import { keepWayBack } from './way-back.ts';

const SLOW_MS = 500;
/** Longer than between the two clicks of a double click. */
const REST_MS = 700;

/** Makes the comment form answer without leaving the page. Without this it is a form like any other. */
export function startCommentForm(form: HTMLFormElement): void {
  // Not `form.action`: the button of that name would answer.
  const url = form.getAttribute('action') ?? '';
  const isElsewhere = new URL(url, location.href).origin !== location.origin;
  if (isElsewhere) return;

  const wayBack = keepWayBack(form);
  const replying = startReplying(form);
  const draft = keepDraft(form, replying.answered, replying.answer);
  const commenter = offerToRemember(form);
  const ticket = startTicket(form, url);
  let busy = false;
  let rested: HTMLElement | null | undefined;
  form.noValidate = true;
  checkAsTyped(form);

  const submit = async (button: HTMLElement | null): Promise<void> => {
    const problems = findProblems(form);
    showProblems(form, problems);
    if (problems.length > 0) return;
    const slow = setTimeout(() => showOutcome(form, 'Sending…'), SLOW_MS);
    form.setAttribute('aria-busy', 'true');
    await ticket.ready();
    const data = new FormData(form);
    if (button instanceof HTMLButtonElement && button.name !== '') {
      data.set(button.name, button.value);
    }
    const answer = await send(url, data);
    clearTimeout(slow);
    form.removeAttribute('aria-busy');
    show(answer);
  };

  const show = (answer: Answer): void => {
    if (answer.kind === 'mend') {
      ticket.renew(false);
      showProblems(form, answer.errors);
      return;
    }
    showOutcome(form, '');
    if (answer.kind === 'preview') {
      showPreview(form, answer);
      return;
    }
    draft.forget();
    wayBack.remember(answer);
    hidePreview(form);
    const isShown = showTaken(form, answer, replying.answered());
    if (!isShown) {
      location.replace(answer.yours);
      return;
    }
    ticket.renew(true);
    replying.answer('');
    form.reset();
    commenter.fillIn();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { submitter } = event;
    // The second click of a double click; who goes on to another button means it.
    if (busy || submitter === rested) return;
    busy = true;
    void submit(submitter).finally(() => {
      busy = false;
      rested = submitter;
      setTimeout(() => {
        if (rested === submitter) rested = undefined;
      }, REST_MS);
    });
  });
}
