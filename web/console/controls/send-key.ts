import type { KeyboardEvent } from 'react';

/** Ctrl + Enter (or Cmd + Enter) sends the form one is typing in. */
export function sendsWithCtrlEnter(send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
