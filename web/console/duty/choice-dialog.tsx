import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { dutyWords } from './duty.words.js';

/** A small native dialog about one cell: the browser keeps the focus inside, Escape closes. */
export function ChoiceDialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useWords(dutyWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="duty-choice" aria-labelledby="duty-choice-title" onClose={onClose}>
      <h2 id="duty-choice-title">{title}</h2>
      {children}
      <Button onClick={() => dialog.current?.close()}>{t('choose.close')}</Button>
    </dialog>
  );
}
