import { useCallback, useState } from 'react';

const STORED = 'lymphwise.comment-keys';

function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** Whether the keys of the Comments tool are on, remembered in this browser. */
export function useKeySwitch(): [boolean, (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(read);
  const turn = useCallback((next: boolean) => {
    setIsOn(next);
    try {
      localStorage.setItem(STORED, next ? 'on' : 'off');
    } catch {
      // Without storage it holds until the page is left.
    }
  }, []);
  return [isOn, turn];
}
