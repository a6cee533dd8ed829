import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Logo } from '@shared/brand/logo.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { useSession } from '../session/session.js';
import { ConnectionState } from './connection-state.js';
import { useFocusKept } from './focus-kept.js';
import { useShownItemTitle } from './item-title.js';
import { LanguageSwitch } from './language-switch.js';
import { Menu, type MenuEntry } from './menu.js';
import { groupsOf, placesOf } from './navigation.js';
import { useCalendarKeptUp } from './office-calendar.js';
import { Shortcuts } from './shortcuts.js';
import { shellWords } from './shell.words.js';
import { SystemTime } from './system-time.js';

/**
 * Where the way to another page was a key, or a button that went with its page, the focus would be lost: the next Tab
 * would begin at the menu again. It goes to the page.
 */
function useFocusOnPage(here: string): void {
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, [here]);
}

/** The frame of every page: where one is, who one is, whether what one sees is current. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords(shellWords);
  const { person, signOut } = useSession();
  useCalendarKeptUp();
  const shown = useLanguage();
  const [location] = useLocation();
  const here = `/${location.split('/')[1] ?? ''}`;
  const places = placesOf(person.roles);
  const place = places.find((entry) => entry.href === here)?.place;
  const groups = groupsOf(places);
  const group = groups.find((one) => one.places.some((entry) => entry.href === here));
  const item = useShownItemTitle();
  useEffect(() => {
    document.title = [item, place && t(`nav.${place}`), t('suite')].filter(Boolean).join(' · ');
  }, [item, place, t]);
  useFocusOnPage(here);
  useFocusKept();
  const link = ({ place: name, href }: (typeof places)[number]): MenuEntry => ({
    key: name,
    href,
    words: t(`nav.${name}`),
    current: href === here ? 'page' : undefined,
  });

  return (
    <div className="shell" data-grouped={groups.length > 0 || undefined} data-second={group !== undefined || undefined}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <Link href="/" className="brand">
          <Logo size={28} />
          <span>{t('suite')}</span>
        </Link>
        <Menu
          label={t('nav')}
          entries={
            groups.length === 0
              ? places.map((entry) => link(entry))
              : [
                  ...places.filter((entry) => entry.group === null).map((entry) => link(entry)),
                  ...groups.map((one) => ({
                    key: one.group,
                    href: one.places[0]?.href ?? '/',
                    words: t(`group.${one.group}`),
                    current: one === group ? ('true' as const) : undefined,
                  })),
                ]
          }
        />
        <div className="bar-end">
          {/* It follows the hotline’s stream, which is open to those who see requests. */}
          {places.some((entry) => entry.place === 'tickets') ? <ConnectionState /> : null}
          <SystemTime />
          <span className="person" title={person.displayName}>
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
        {group ? (
          <Menu label={t(`group.${group.group}`)} second entries={group.places.map((entry) => link(entry))} />
        ) : null}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Shortcuts />
    </div>
  );
}
