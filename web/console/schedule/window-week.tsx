import { useState } from 'react';
import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import type { PatternSessionDto, WindowRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { isStale, StaleNotice, type Change } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useSeen } from '../controls/use-seen.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useScheduleActs } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { SessionForm } from './session-form.js';
import { sessionWords } from './session.words.js';
import {
  clockOf,
  onWorkingDays,
  patternWith,
  sessionOf,
  WEEKDAYS,
  type Pattern,
  type Weekday,
} from './week-pattern.js';

interface Place {
  weekday: Weekday;
  session: SessionName;
}

/** A window's week as a table; a session is changed below it, and the week is saved as a whole. */
export function WindowWeek({ window }: { window: WindowRow }) {
  const t = useWords(scheduleWords);
  const term = useWords(sessionWords);
  const nameOf = useNameOf();
  const acts = useActs();
  const steps = useScheduleActs(window.siteId);
  const draft = useDraft<{ pattern: PatternSessionDto[] | null }>(`pattern.${window.id}`, { pattern: null });
  const { seen, stale, catchUp } = useSeen(window, `pattern.${window.id}`);
  const [place, setPlace] = useState<Place | null>(null);
  const pattern: Pattern = draft.value.pattern ?? seen.pattern;
  const name = nameOf(window);
  const lines = useSessionLine();
  const placeWords = ({ weekday, session }: Place) =>
    t('pattern.edit', { day: term(`weekday.${weekday}`), session: term(`session.${session}`) });
  const changes: Change[] = WEEKDAYS.flatMap((weekday) =>
    SESSION_NAMES.map((session) => ({
      label: placeWords({ weekday, session }),
      was: lines(sessionOf(seen.pattern, weekday, session)),
      now: lines(sessionOf(window.pattern, weekday, session)),
    })),
  ).filter(({ was, now }) => was !== now);
  const save = () =>
    acts.ask({
      consequence: t('pattern.consequence', { window: name }),
      act: t('pattern.save'),
      run: () => steps.pattern(seen, [...pattern]),
      onDone: draft.clear,
    });
  const close = (next: PatternSessionDto[]) => {
    draft.change({ pattern: next });
    const from = place;
    setPlace(null);
    if (from) document.getElementById(`pattern-${from.weekday}-${from.session}`)?.focus();
  };
  return (
    <>
      {stale ? <StaleNotice changes={changes} onContinue={catchUp} /> : null}
      {isStale(acts.error) ? null : <ProblemAlert error={acts.error} />}
      <div className="schedule-scroll">
        <table className="schedule-table schedule-week">
          <caption>{t('pattern.caption', { window: name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pattern.weekday')}</th>
              {SESSION_NAMES.map((session) => (
                <th scope="col" key={session}>
                  {term(`session.${session}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{term(`weekday.${weekday}`)}</th>
                {SESSION_NAMES.map((session) => {
                  const one = sessionOf(pattern, weekday, session);
                  return (
                    <td key={session}>
                      <button
                        type="button"
                        id={`pattern-${weekday}-${session}`}
                        aria-label={`${placeWords({ weekday, session })}: ${lines(one)}`}
                        aria-expanded={place?.weekday === weekday && place.session === session}
                        data-shut={one === undefined || undefined}
                        onClick={() => setPlace({ weekday, session })}
                      >
                        {lines(one)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {place ? (
        <SessionForm
          key={`${place.weekday}.${place.session}`}
          title={placeWords(place)}
          now={sessionOf(pattern, place.weekday, place.session)}
          onTake={(to) => close(patternWith(pattern, place.weekday, place.session, to))}
          onTakeAll={(to) => close(onWorkingDays(pattern, place.session, to))}
        />
      ) : null}
      <div className="buttons">
        <Button type="primary" disabled={draft.value.pattern === null || stale} loading={acts.busy} onClick={save}>
          {t('pattern.save')}
        </Button>
        {draft.value.pattern === null ? null : <Button onClick={draft.clear}>{t('pattern.drop')}</Button>}
        <span className="soft" role="status">
          {draft.value.pattern === null ? t('pattern.saved') : t('pattern.unsaved')}
        </span>
      </div>
      {acts.dialog}
    </>
  );
}

/** A session in one line: when, how many at once, what is kept for the green channel. */
function useSessionLine() {
  const t = useWords(scheduleWords);
  return (session: PatternSessionDto | undefined) =>
    session
      ? [
          `${clockOf(session.fromMinute)}–${clockOf(session.toMinute)}`,
          session.capacity > 1 ? t('pattern.places', { count: session.capacity }) : '',
          session.greenMinutes > 0 ? t('pattern.green', { minutes: session.greenMinutes }) : '',
        ]
          .filter(Boolean)
          .join(' · ')
      : t('pattern.shut');
}
