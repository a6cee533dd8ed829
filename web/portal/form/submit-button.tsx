import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';

/**
 * The button that says what happens. While an answer is awaited it keeps its place and the focus and says that it is
 * sending; that a second press sends nothing is the business of whoever sends.
 */
export function SubmitButton({ label, isPending = false }: { label: string; isPending?: boolean }) {
  const t = useWords(formWords);
  return (
    <>
      <button type="submit" className="button" aria-disabled={isPending}>
        {isPending ? t('sending') : label}
      </button>
      <span className="visually-hidden" role="status">
        {isPending && t('sending')}
      </span>
    </>
  );
}
