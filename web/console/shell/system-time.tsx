import { useQuery } from '@tanstack/react-query';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { whoIsSignedIn } from '../session/session.queries.js';
import { shellWords } from './shell.words.js';
import { useNow } from './system-clock.js';

/** The time by which every limit on the screen is counted. Asked for again now and then: a demo moves it. */
export function SystemTime() {
  const t = useWords(shellWords);
  const shown = useLanguage();
  useQuery({ queryKey: ['session'], queryFn: whoIsSignedIn, refetchInterval: 30_000 });
  return <span className="system-time">{t('clock', { at: formatDateTime(useNow(), shown) })}</span>;
}
