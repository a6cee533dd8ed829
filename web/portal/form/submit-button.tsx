import { Button } from 'react-aria-components/Button';
import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';

/**
 * The button that says what happens. While an answer is awaited it keeps its place and the focus, says that it is
 * sending, and takes no second press.
 */
export function SubmitButton({ label, isPending = false }: { label: string; isPending?: boolean }) {
  const t = useWords(formWords);
  return (
    <Button type="submit" className="button" isPending={isPending}>
      {isPending ? t('sending') : label}
    </Button>
  );
}
