import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { isDay, shiftDay, type Day } from '@app/common/calendar/zone.js';
import type { DeclaredDayDto } from '@shared/api/generated/hotline.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { useDayName } from '../duty/duty-names.js';
import { monthWords } from '../duty/month.js';
import { sessionWords } from '../schedule/session.words.js';
import { WEEKDAYS } from '../schedule/week-pattern.js';
import { calendarWords } from './calendar.words.js';
import { dayKind, monthsOf, publishedKind, weeksOf, type Arrangement, type DayKind } from './year-days.js';

/** How far an arrow key goes, in days. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface YearGridProps {
  year: number;
  arrangement: Arrangement;
  declared?: ReadonlyMap<Day, DeclaredDayDto>;
  /** The day that is open, or the one to begin with. */
  current?: Day | null;
  today?: Day;
  /** Where a day leads; without it the days are only shown. */
  hrefOf?: (day: Day) => string;
}

/** The twelve months of a year. One stop of the Tab key; the arrow keys walk from day to day. */
export function YearGrid({ year, arrangement, declared, current, today, hrefOf }: YearGridProps) {
  const t = useWords(calendarWords);
  const term = useWords(sessionWords);
  const shown = useLanguage();
  const dayName = useDayName();
  const grid = useRef<HTMLDivElement>(null);
  const near = [current, today].find((day) => day?.startsWith(`${year}-`));
  const stop = near ?? `${year}-01-01`;
  const cellOf = (day: Day) => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
  // When the year opens, and never again: nothing moves under the pointer.
  useEffect(() => {
    if (near) cellOf(near)?.scrollIntoView({ block: 'center' });
  }, [year]);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const from = event.target instanceof HTMLElement ? (event.target.dataset.day ?? '') : '';
    if (step === undefined || !isDay(from)) return;
    event.preventDefault();
    cellOf(shiftDay(from, step))?.focus();
  };
  return (
    <div className="calendar-year" ref={grid} onKeyDown={hrefOf ? walk : undefined}>
      {monthsOf(year).map((month) => (
        <table key={month} className="calendar-month">
          <caption>{monthWords(month, shown)}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col" aria-label={term(`weekday.${weekday}`)}>
                  {t(`weekday.${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, index) => (
              <tr key={week.find(Boolean) ?? index}>
                {week.map((day, cell) => (
                  // A cell of no day has no other name than its place.
                  <td key={day ?? `${month}.${cell}`}>
                    {day === null ? null : (
                      <Cell
                        day={day}
                        kind={dayKind(publishedKind(arrangement, day), declared?.get(day)?.kind)}
                        current={day === current}
                        isToday={day === today}
                        stop={day === stop}
                        name={dayName(day)}
                        href={hrefOf?.(day)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface CellProps {
  day: Day;
  kind: DayKind;
  current: boolean;
  isToday: boolean;
  /** Whether the Tab key stops here. */
  stop: boolean;
  name: string;
  href: string | undefined;
}

function Cell({ day, kind, current, isToday, stop, name, href }: CellProps) {
  const t = useWords(calendarWords);
  const said = [name, t(`kind.${kind}`), ...(isToday ? [t('today')] : [])].join(t('between'));
  const number = <span>{Number(day.slice(8))}</span>;
  const looks = { ...useDayLooks()(kind), 'data-today': isToday || undefined };
  if (href === undefined) {
    return (
      <span {...looks} role="img" aria-label={said}>
        {number}
      </span>
    );
  }
  return (
    <Link
      {...looks}
      href={href}
      data-day={day}
      aria-label={said}
      aria-current={current ? 'true' : undefined}
      tabIndex={stop ? 0 : -1}
    >
      {number}
    </Link>
  );
}

/**
 * What sets a day apart from the plain week, in one letter below its number. Drawn by the style sheet: the day's name
 * says it whole, and a letter would be one word too many in it.
 */
export function useDayLooks() {
  const t = useWords(calendarWords);
  return (kind: DayKind) => ({
    className: 'calendar-day',
    'data-kind': kind,
    'data-mark': kind === 'working' || kind === 'weekend' ? undefined : t(`mark.${kind}`),
  });
}
