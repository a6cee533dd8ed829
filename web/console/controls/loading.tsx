import { useWords } from '@shared/i18n/use-words.js';
import { controlWords } from './control.words.js';

interface LoadingProps {
  /** A page of its own, with its heading; else a part of one. */
  page?: boolean;
  /** How many lines to keep the place of. */
  lines?: number;
}

/** Keeps the place of what is being read, in grey lines; said once to who listens, drawn only where it takes a while. */
export function Loading({ page = false, lines = page ? 6 : 3 }: LoadingProps) {
  const t = useWords(controlWords);
  return (
    <div className={page ? 'loading loading-page' : 'loading'} role="status" aria-label={t('list.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" />
      ))}
      <span className="visually-hidden">{t('list.loading')}</span>
    </div>
  );
}
