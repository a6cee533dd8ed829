import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { HOTLINE_PHONE } from '@shared/office.js';
import { shellWords } from './shell.words.js';

export function Footer() {
  const t = useWords(shellWords);
  return (
    <footer className="footer">
      <nav className="column footer-row" aria-label={t('footer')}>
        <a href={`tel:${HOTLINE_PHONE}`} className="with-icon">
          <Icon name="phone" />
          {t('call')} {HOTLINE_PHONE}
        </a>
        <Link href="/hours">{t('hours')}</Link>
        <Link href="/limits">{t('limits')}</Link>
        <a href="/console/">{t('staff')}</a>
      </nav>
    </footer>
  );
}
