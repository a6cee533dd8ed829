import './duty.css';
import { Link } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { oneOf } from '../controls/one-of.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useListQuery } from '../controls/use-list-query.js';
import { SitePicker } from '../sites/site-picker.js';
import { useOwnSite } from '../sites/use-own-site.js';
import { DutyMonth } from './duty-month.js';
import { DutyPeople } from './duty-people.js';
import { dutyWords } from './duty.words.js';

const VIEWS = ['rosters', 'people'] as const;

/** 值班: who is on duty where, month by month; and who can be. */
export function Duty({ selected }: { selected: string | null }) {
  const t = useWords(dutyWords);
  const own = useOwnSite();
  const view = oneOf(VIEWS, useListQuery<'view'>().get('view')) ?? 'rosters';
  return (
    <div className="duty">
      <div className="duty-head">
        <h1>{t('title')}</h1>
        <SitePicker own={own} />
        <nav aria-label={t('views')} className="parts">
          {VIEWS.map((one) => (
            <Link key={one} href={`/duty?view=${one}`} aria-current={one === view ? 'page' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
        </nav>
      </div>
      <ProblemAlert error={own.error} />
      {own.isReading ? <Loading lines={6} /> : null}
      {own.isMissing ? <p className="empty">{t('site.none')}</p> : null}
      {own.site && view === 'rosters' ? <DutyMonth key={own.site.id} siteId={own.site.id} selected={selected} /> : null}
      {own.site && view === 'people' ? <DutyPeople key={own.site.id} siteId={own.site.id} /> : null}
    </div>
  );
}
