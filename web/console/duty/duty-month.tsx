import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Proposal } from '@shared/api/generated/appointments.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { officeDay } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useListQuery } from '../controls/use-list-query.js';
import { useNow } from '../shell/system-clock.js';
import { Absences } from './absences.js';
import { Elapsed } from './elapsed.js';
import { useDayName } from './duty-names.js';
import { useFollowedDuty, usePropose, useRosters } from './duty.queries.js';
import { dutyWords } from './duty.words.js';
import { isMonth, lastDayOf, monthShifted, monthWords } from './month.js';
import { RosterView } from './roster-view.js';

interface DutyMonthProps {
  siteId: string;
  selected: string | null;
}

/** A month at a site: the rosters that reach into it, and the one that is open. */
export function DutyMonth({ siteId, selected }: DutyMonthProps) {
  const t = useWords(dutyWords);
  const shown = useLanguage();
  const dayName = useDayName();
  const [, go] = useLocation();
  const query = useListQuery<'month'>();
  const today = officeDay(useNow());
  useFollowedDuty(siteId);
  const rosters = useRosters(siteId);
  const propose = usePropose();
  const acts = useActs();
  const [proposal, keep] = useState<Proposal | null>(null);
  const [stop, setStop] = useState<AbortController | null>(null);

  const asked = query.get('month');
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  const last = lastDayOf(month);
  const from = [today, `${month}-01`].toSorted()[1] ?? today;
  const ofMonth = (rosters.data ?? []).filter((one) => one.fromDay <= last && one.toDay >= `${month}-01`);
  const open = ofMonth.find(({ id }) => id === selected) ?? ofMonth[0];
  const hrefOf = (id: string) => `/duty/${id}?month=${month}`;
  const submit = () => {
    const stopping = new AbortController();
    setStop(stopping);
    acts.now({
      run: async () => {
        try {
          const body = { siteId, fromDay: from, toDay: last };
          const made = await propose.mutateAsync({ body, signal: stopping.signal });
          keep(made);
          go(hrefOf(made.roster.id));
        } catch (error) {
          if (!stopping.signal.aborted) throw error;
        }
      },
    });
  };
  return (
    <>
      <div className="duty-head" role="group" aria-label={t('month')}>
        <Button onClick={() => query.set('month', monthShifted(month, -1))} aria-label={t('month.before')}>
          ←
        </Button>
        <strong aria-live="polite">{monthWords(month, shown)}</strong>
        <Button onClick={() => query.set('month', monthShifted(month, 1))} aria-label={t('month.next')}>
          →
        </Button>
        <Button loading={acts.busy} disabled={last < today} onClick={submit}>
          {t('propose')}
        </Button>
        {acts.busy ? <Button onClick={() => stop?.abort()}>{t('propose.stop')}</Button> : null}
        <span className="soft" role="status">
          {acts.busy ? t('propose.busy') : last < today ? t('propose.past') : ''}
        </span>
        {acts.busy ? <Elapsed /> : null}
      </div>
      <ProblemAlert error={acts.error ?? rosters.error} />
      {ofMonth.length > 0 ? (
        <nav aria-label={t('rosters')} className="duty-rosters">
          {ofMonth.map((one) => (
            <Link key={one.id} href={hrefOf(one.id)} aria-current={one.id === open?.id ? 'page' : undefined}>
              {t('period', { from: dayName(one.fromDay), to: dayName(one.toDay) })}{' '}
              <span className="state">{t(`state.${one.state}`)}</span>
            </Link>
          ))}
        </nav>
      ) : null}
      {rosters.data && !open ? <p className="empty">{t('rosters.none')}</p> : null}
      {open ? (
        <RosterView key={open.id} id={open.id} proposal={proposal?.roster.id === open.id ? proposal : null}>
          <Absences siteId={siteId} />
        </RosterView>
      ) : null}
      {rosters.data && !open ? (
        <div className="duty-alone">
          <Absences siteId={siteId} />
        </div>
      ) : null}
    </>
  );
}
