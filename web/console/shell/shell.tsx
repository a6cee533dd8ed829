import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Logo } from '@shared/brand/logo.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { useSession } from '../session/session.js';
import { ConnectionState } from './connection-state.js';
import { LanguageSwitch } from './language-switch.js';
import { placesOf } from './navigation.js';
import { Shortcuts } from './shortcuts.js';
import { shellWords } from './shell.words.js';
import { SystemTime } from './system-time.js';

/** The frame of every page: where one is, who one is, whether what one sees is current. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords(shellWords);
  const { person, signOut } = useSession();
  const shown = useLanguage();
  const [location] = useLocation();
  const here = `/${location.split('/')[1] ?? ''}`;
  const places = placesOf(person.roles);
  const place = places.find((entry) => entry.href === here)?.place;
  useEffect(() => {
    document.title = place ? `${t(`nav.${place}`)} · ${t('suite')}` : t('suite');
  }, [place, t]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <Link href="/" className="brand">
          <Logo size={28} />
          <span>{t('suite')}</span>
        </Link>
        <nav aria-label={t('nav')}>
          <ul>
            {places.map((entry) => (
              <li key={entry.place}>
                <Link href={entry.href} aria-current={entry.href === here ? 'page' : undefined}>
                  {t(`nav.${entry.place}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="bar-end">
          <ConnectionState />
          <SystemTime />
          <span className="person">
            <Icon name="people" />
            <span>
              {person.displayName}
              <small>{shown === 'zh-CN' ? person.unitNameZh : person.unitNameEn}</small>
            </span>
          </span>
          <LanguageSwitch />
          <button type="button" className="bare" onClick={signOut}>
            {t('signOut')}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Shortcuts />
    </div>
  );
}
