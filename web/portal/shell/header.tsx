import { Link } from 'wouter';
import { Logo } from '@shared/brand/logo.js';
import { setLanguage } from '@shared/i18n/language.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { setElderMode, useElderMode } from './elder-mode.js';
import { shellWords } from './shell.words.js';

export function Header() {
  const t = useWords(shellWords);
  const language = useLanguage();
  const elder = useElderMode();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="header">
      <div className="column header-row">
        <Link href="/" className="brand" aria-label={t('home')}>
          <Logo size="2.1em" />
          <span>{t('name')}</span>
        </Link>
        <div className="header-tools">
          <button type="button" className="tool" aria-pressed={elder} onClick={() => setElderMode(!elder)}>
            <Icon name="text" />
            {elder ? t('elderOff') : t('elderOn')}
          </button>
          <button type="button" className="tool" lang={other} onClick={() => setLanguage(other)}>
            <Icon name="globe" />
            {other === 'en' ? 'English' : '中文'}
          </button>
        </div>
      </div>
    </header>
  );
}
