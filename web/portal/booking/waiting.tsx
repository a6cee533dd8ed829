import { useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import { ProblemNotice } from '../form/problem-notice.js';

/** While an answer is awaited; when none came, why, and a way to ask again. */
export function Waiting({ problem, again }: { problem: unknown; again: () => void }) {
  const t = useWords(bookingWords);
  if (!problem) {
    return (
      <p className="soft" role="status">
        {t('loading')}
      </p>
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} title={t('notOpened')} />
      <button type="button" className="button button-quiet" onClick={again}>
        {t('again')}
      </button>
    </>
  );
}
