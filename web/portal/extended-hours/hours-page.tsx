import { useState } from 'react';
import { Link } from 'wouter';
import './hours.css';
import { formatDateTime, formatDay, formatMonthDay } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { hoursWords } from './hours.words.js';
import { weekPublished, type PublishedWeekDto } from '../appointments.js';
import { nameOf } from '../booking/named.js';
import { dayAfter, noonOf } from '../booking/slot-search.js';
import { useAnswer } from '../booking/use-answer.js';
import { Waiting } from '../booking/waiting.js';
import { SelectInput } from '../form/select-input.js';
import { Page } from '../shell/page.js';

/** Weeks shown at most: rosters are published a month ahead. */
const WEEKS = 6;

type Site = PublishedWeekDto['sites'][number];
type Day = Site['days'][number];

/** Public notice (政务公开): when the windows are open beyond the office's hours (延时服务, domain.md §3). */
export default function HoursPage() {
  const t = useWords(hoursWords);
  const language = useLanguage();
  const open = useAnswer('weeks', () => weekPublished({ count: WEEKS }));
  return (
    <Page title={t('title')} back={{ href: '/', label: t('home') }}>
      <p className="soft">{t('lead')}</p>
      {open.value === null ? <Waiting {...open} /> : <Weeks weeks={open.value.weeks} />}
      <p className="links">
        <Link href="/book" className="button">
          {t('book')}
        </Link>
        <Link href="/book/outside-hours">{t('outside')}</Link>
      </p>
      {open.value && <p className="soft">{t('asOf', { at: formatDateTime(open.value.asOf, language) })}</p>}
    </Page>
  );
}

function Weeks({ weeks }: { weeks: readonly PublishedWeekDto[] }) {
  const t = useWords(hoursWords);
  const language = useLanguage();
  const [shown, setShown] = useState(0);
  const [siteId, setSiteId] = useState('');
  const week = weeks[shown];
  if (!week) return <p>{t('nothing')}</p>;
  const names = new Map(weeks.flatMap(({ sites }) => sites.map((site) => [site.siteId, nameOf(site, language)])));
  const sites = week.sites.filter((site) => siteId === '' || site.siteId === siteId);
  const day = (one: string) => formatMonthDay(noonOf(one), language);
  return (
    <>
      <SelectInput
        id="site"
        label={t('site')}
        optional={false}
        value={siteId}
        onChange={setSiteId}
        options={[{ value: '', label: t('siteAll') }, ...[...names].map(([value, label]) => ({ value, label }))]}
      />
      <div className="week">
        <button
          type="button"
          className="link with-icon"
          aria-disabled={shown === 0}
          onClick={() => setShown(Math.max(0, shown - 1))}
        >
          <Icon name="arrowLeft" />
          {t('earlier')}
        </button>
        <h2 aria-live="polite">{t('week', { from: day(week.monday), to: day(dayAfter(week.monday, 6)) })}</h2>
        <button
          type="button"
          className="link with-icon"
          aria-disabled={shown === weeks.length - 1}
          onClick={() => setShown(Math.min(weeks.length - 1, shown + 1))}
        >
          {t('later')}
          <Icon name="arrowRight" />
        </button>
      </div>
      {sites.map((site) => (
        <SiteTable key={site.siteId} site={site} />
      ))}
    </>
  );
}

function SiteTable({ site }: { site: Site }) {
  const t = useWords(hoursWords);
  const language = useLanguage();
  return (
    <table className="hours">
      <caption>{nameOf(site, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('hours')}</th>
        </tr>
      </thead>
      <tbody>
        {site.days.map((day) => (
          <tr key={day.day} data-kind={day.kind}>
            <th scope="row">
              {formatDay(noonOf(day.day), language)}
              {day.kind === 'holiday' && <span className="hours-more">{t('holiday')}</span>}
              {day.leader !== null && <span className="hours-more">{t('leader', { name: day.leader })}</span>}
            </th>
            <td>
              <Sessions day={day} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sessions({ day }: { day: Day }) {
  const t = useWords(hoursWords);
  const extended = day.sessions.filter((session) => session.extended);
  if (extended.length === 0) return <span className="soft">{t('none')}</span>;
  return (
    <ul className="hours-sessions">
      {extended.map(({ session, from, to }) => (
        <li key={session}>
          <span className="soft">{t(`session.${session}`)}</span> {from}–{to}
        </li>
      ))}
    </ul>
  );
}
