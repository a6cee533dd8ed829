import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Page } from './page.js';
import { shellWords } from './shell.words.js';

export function NotFoundPage() {
  const t = useWords(shellWords);
  return (
    <Page title={t('notFound')}>
      <p>{t('notFoundBody')}</p>
      <p>
        <Link href="/">{t('toHome')}</Link>
      </p>
    </Page>
  );
}
