import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from './button.js';
import { controlWords } from './control.words.js';

interface FormalActProps {
  open: boolean;
  /** What happens, in a sentence: it is the whole question. */
  consequence: ReactNode;
  /** The button's words: the act itself, never "OK". */
  act: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks once before a formal act (look.md, Console). A native dialog: the browser keeps the focus inside,
 * Escape cancels, and it disappears with the page when the session expires.
 */
export function FormalAct({ open, consequence, act, danger, busy, onConfirm, onCancel }: FormalActProps) {
  const t = useWords(controlWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="formal-act"
      aria-labelledby="formal-act-question"
      onCancel={(event) => {
        // Escape does not take back what is under way.
        if (busy) event.preventDefault();
        else onCancel();
      }}
      onClose={onCancel}
    >
      {open ? (
        <>
          <p id="formal-act-question">{consequence}</p>
          <div className="buttons">
            <Button type="primary" danger={danger} loading={busy} onClick={onConfirm} autoFocus>
              {act}
            </Button>
            <Button onClick={onCancel} disabled={busy}>
              {t('act.cancel')}
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
