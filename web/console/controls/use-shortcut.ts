import { useEffect, useRef } from 'react';

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog[open] *';

/**
 * Calls `act` when the single key is pressed anywhere on the page, but never while somebody types, chooses in a
 * list or answers a dialog, and never together with Ctrl, Alt or Meta (those belong to the browser).
 */
export function useShortcut(key: string, act: () => void, active = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key, active]);
}
