import './schedule.css';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { oneOf } from '../controls/one-of.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useListQuery } from '../controls/use-list-query.js';
import { SitePicker } from '../sites/site-picker.js';
import { useOwnSite } from '../sites/use-own-site.js';
import { Closures } from './closures.js';
import { Exceptions } from './exceptions.js';
import { useFollowedSchedule } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { Weeks } from './weeks.js';
import { WindowWeeks } from './window-weeks.js';

const VIEWS = ['weeks', 'windows', 'exceptions', 'closures'] as const;

const PARTS = { weeks: Weeks, windows: WindowWeeks, exceptions: Exceptions, closures: Closures };

/** 排期: when the windows of a site are open, and which weeks the public can book. */
export function Schedule() {
  const t = useWords(scheduleWords);
  const own = useOwnSite();
  const view = oneOf(VIEWS, useListQuery<'view'>().get('view')) ?? 'weeks';
  return (
    <div className="schedule">
      <div className="schedule-head">
        <h1>{t('title')}</h1>
        <SitePicker own={own} />
        <nav aria-label={t('views')} className="parts">
          {VIEWS.map((one) => (
            <Link key={one} href={`/schedule?view=${one}`} aria-current={one === view ? 'page' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      <ProblemAlert error={own.error} />
      {own.isReading ? <Loading lines={6} /> : null}
      {own.site ? <FollowedPart key={own.site.id} siteId={own.site.id} view={view} /> : null}
      {own.isMissing ? <p className="empty">{t('site.none')}</p> : null}
    </div>
  );
}

function FollowedPart({ siteId, view }: { siteId: string; view: (typeof VIEWS)[number] }) {
  useFollowedSchedule(siteId);
  const Part = PARTS[view];
  return <Part siteId={siteId} />;
}
