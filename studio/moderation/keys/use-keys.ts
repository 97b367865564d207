import { useEffect, useRef } from 'react';

import { parseKey } from './keys.ts';
import type { Command } from './keys.ts';

const WRITING =
  'textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="dialog"]';
const PRESSED = ['checkbox', 'radio', 'button'];

/** Whether keys are typed into something, or belong to something in front of the tool. */
function isTaken(target: EventTarget | null, root: HTMLElement): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target !== document.body && !root.contains(target)) return true;
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type);
  return target.closest(WRITING) !== null;
}

/**
 * Hears the keys of the Comments tool, while nothing else wants them.
 *
 * @param root the tool; nothing is heard before it is there
 */
export function useKeys(
  root: { readonly current: HTMLElement | null },
  isOn: boolean,
  onCommand: (command: Command) => void,
): void {
  const handler = useRef(onCommand);
  useEffect(() => {
    handler.current = onCommand;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || root.current === null) return;
      if (isTaken(event.target, root.current)) return;
      const command = parseKey(event);
      if (command === undefined) return;
      event.preventDefault();
      handler.current(command);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [root, isOn]);
}
