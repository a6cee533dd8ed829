import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { shellWords } from './shell.words.js';

export function NotFound() {
  const t = useWords(shellWords);
  return (
    <div className="page">
      <h1>{t('notFound')}</h1>
      <p>{t('notFound.why')}</p>
      <p>
        <Link href="/">{t('notFound.home')}</Link>
      </p>
    </div>
  );
}
