import type { ReactNode } from 'react';
import { sendsWithCtrlEnter } from './send-key.js';

interface ActFormProps {
  onSubmit: () => void;
  /** Ctrl+Enter sends too: for the forms of a working day's run of items. */
  sendKey?: boolean;
  children: ReactNode;
}

/** The form of an act on an item; what is missing it says itself, in the office's words. */
export function ActForm({ onSubmit, sendKey, children }: ActFormProps) {
  return (
    <form
      className="act-form"
      noValidate
      onKeyDown={sendKey ? sendsWithCtrlEnter(onSubmit) : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
