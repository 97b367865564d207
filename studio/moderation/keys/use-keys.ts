import { useEffect, useRef } from 'react';

import { parseKey } from './keys.ts';
import type { Command } from './keys.ts';

const PRESSED = ['checkbox', 'radio', 'button'];
const WRITING =
  'textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="menu"], [role="listbox"]';

/** Whether keys are typed into something, or belong to something in front of the tool. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type);
  return target instanceof Element && target.closest(WRITING) !== null;
}

/** Hears the keys of the Comments tool, wherever in the Studio the focus is, while nothing else wants them. */
export function useKeys(isOn: boolean, onCommand: (command: Command) => void): void {
  const handler = useRef(onCommand);
  useEffect(() => {
    handler.current = onCommand;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event.target)) return;
      const command = parseKey(event);
      if (command === undefined) return;
      event.preventDefault();
      handler.current(command);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn]);
}
