import type { ReactNode } from 'react';
import { Saving } from './saving.js';
import { sendsWithCtrlEnter } from './send-key.js';

interface ActFormProps {
  onSubmit: () => void;
  /** Ctrl+Enter sends too: for the forms of a working day's run of items. */
  sendKey?: boolean;
  /** What was sent is on its way: the fields keep the focus, and cannot be changed until the answer has come. */
  saving?: boolean;
  children: ReactNode;
}

/** The form of an act on an item; what is missing it says itself, in the office's words. */
export function ActForm({ onSubmit, sendKey, saving = false, children }: ActFormProps) {
  return (
    <form
      className="act-form"
      noValidate
      aria-busy={saving || undefined}
      onKeyDown={sendKey ? sendsWithCtrlEnter(onSubmit) : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Saving value={saving}>{children}</Saving>
    </form>
  );
}
