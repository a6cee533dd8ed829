import './calendar.css';
import { Link, useLocation } from 'wouter';
import { isDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import type { CalendarYearDto, DeclaredDayDto } from '@shared/api/generated/hotline.js';
import { formatDateTime } from '@shared/dates/format.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { officeDay } from '../controls/office-time.js';
import { NotRead } from '../controls/not-read.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useListQuery } from '../controls/use-list-query.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useDayName } from '../duty/duty-names.js';
import { useNow } from '../shell/system-clock.js';
import { BringInYear } from './bring-in-year.js';
import { useDeclaredDays, useYears } from './calendar.queries.js';
import { calendarWords } from './calendar.words.js';
import { DayView } from './day-view.js';
import { arrangementOf, dayKind, publishedKind, type Arrangement } from './year-days.js';
import { useDayLooks, YearGrid } from './year-grid.js';

/** In place of a day: the form that brings in a year, or corrects it. */
const BRING_IN = 'bring-in';

/** So far ahead a year can be opened: the next one is published in November. */
const YEARS_AHEAD = 2;
const PUBLISHED_FROM = '11-01';

const hrefOfYear = (year: number) => `/calendar?year=${year}`;
const hrefOfBringingIn = (year: number) => `/calendar/${BRING_IN}?year=${year}`;
const hrefOfDay = (day: Day) => `/calendar/${day}?year=${yearOf(day)}`;

/** 工作日历: a year's months as the office has them, the chosen day beside them. */
export function Calendar({ selected }: { selected: string | null }) {
  const [, go] = useLocation();
  const today = officeDay(useNow());
  const asked = Number(useListQuery<'year'>().get('year') ?? yearOf(today));
  const years = useYears();
  const known = years.data ?? [];
  const first = Math.min(yearOf(today), ...known.map((one) => one.year));
  const last = Math.max(yearOf(today) + YEARS_AHEAD, ...known.map((one) => one.year));
  const year = asked >= first && asked <= last ? asked : yearOf(today);
  const arranged = known.find((one) => one.year === year);
  useShortcut('Escape', () => go(hrefOfYear(year)), selected !== null);

  if (!years.data) return <NotRead query={years} page />;
  if (selected === BRING_IN && arranged?.origin !== 'packaged') {
    return <BringInYear key={year} year={year} known={arranged} back={hrefOfYear(year)} />;
  }
  const missing = missingYear(
    known.map((one) => one.year),
    today,
  );
  return <Year {...{ year, first, last, arranged, selected, today, missing }} />;
}

/** The year that ought to be brought in by now: this one, and from November on the next; null where it is there. */
function missingYear(known: readonly number[], today: Day): number | null {
  const present = yearOf(today);
  if (!known.includes(present)) return present;
  return today >= `${present}-${PUBLISHED_FROM}` && !known.includes(present + 1) ? present + 1 : null;
}

interface YearProps {
  year: number;
  first: number;
  last: number;
  arranged: CalendarYearDto | undefined;
  selected: string | null;
  today: Day;
  missing: number | null;
}

function Year({ year, first, last, arranged, selected, today, missing }: YearProps) {
  const t = useWords(calendarWords);
  const [, go] = useLocation();
  const declared = useDeclaredDays(year);
  const arrangement = arrangementOf(arranged?.holidays ?? [], arranged?.makeUpDays ?? []);
  const day = arranged && selected && isDay(selected) && yearOf(selected) === year ? selected : null;
  return (
    <Workplace
      title={t('title')}
      chosen={day !== null}
      list={
        <section aria-labelledby="calendar-title" className="list">
          <div className="list-head">
            <h1 id="calendar-title">{t('title')}</h1>
            <div className="calendar-head" role="group" aria-label={t('year')}>
              <Button disabled={year <= first} onClick={() => go(hrefOfYear(year - 1))} aria-label={t('year.before')}>
                ←
              </Button>
              <strong aria-live="polite">{t('year.of', { year })}</strong>
              <Button disabled={year >= last} onClick={() => go(hrefOfYear(year + 1))} aria-label={t('year.next')}>
                →
              </Button>
              {arranged ? <Origin arranged={arranged} /> : null}
            </div>
          </div>
          <ProblemAlert error={declared.error} onAgain={() => void declared.refetch()} />
          {arranged ? (
            <div className="calendar-body">
              {missing === null ? null : <MissingYear year={missing} />}
              <Legend />
              <YearGrid
                year={year}
                arrangement={arrangement}
                declared={declared.data}
                current={day}
                today={today}
                hrefOf={hrefOfDay}
              />
              <DeclaredList year={year} arrangement={arrangement} declared={declared.data} />
            </div>
          ) : (
            <div className="empty">
              <p>{t('year.none', { year })}</p>
              <Button type="primary" onClick={() => go(hrefOfBringingIn(year))}>
                {t('bringIn.of', { year })}
              </Button>
            </div>
          )}
        </section>
      }
      item={
        day === null ? (
          <p className="empty">{t('none.chosen')}</p>
        ) : (
          <div className="calendar-item">
            <Link href={hrefOfYear(year)} className="back calendar-back">
              <Icon name="arrowLeft" size="1em" />
              {t('back')}
            </Link>
            {declared.data ? (
              <DayView
                key={day}
                day={day}
                published={publishedKind(arrangement, day)}
                declared={declared.data.get(day)}
              />
            ) : null}
          </div>
        )
      }
    />
  );
}

/** Where the arrangement comes from, and the way to correct one that was brought in. */
function Origin({ arranged: { year, origin, source, broughtInAt } }: { arranged: CalendarYearDto }) {
  const t = useWords(calendarWords);
  const shown = useLanguage();
  if (origin === 'packaged' || broughtInAt === null) return <span className="soft">{t('origin.packaged')}</span>;
  return (
    <>
      <span className="soft">{t('origin.broughtIn', { source, at: formatDateTime(broughtInAt, shown) })}</span>
      <Link href={hrefOfBringingIn(year)}>{t('correct')}</Link>
    </>
  );
}

/** Above another year: what does not go on until this one is brought in, and the way there. */
function MissingYear({ year }: { year: number }) {
  const t = useWords(calendarWords);
  return (
    <div className="notice notice-near" role="status">
      <p>{t('year.none', { year })}</p>
      <Link href={hrefOfBringingIn(year)}>{t('bringIn.of', { year })}</Link>
    </div>
  );
}

function Legend() {
  const t = useWords(calendarWords);
  const looks = useDayLooks();
  return (
    <ul className="calendar-legend" aria-label={t('legend')}>
      {(['holiday', 'makeUp', 'closed', 'opened'] as const).map((kind) => (
        <li key={kind}>
          <span {...looks(kind)} aria-hidden="true" />
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

interface DeclaredListProps {
  year: number;
  arrangement: Arrangement;
  declared: ReadonlyMap<Day, DeclaredDayDto> | undefined;
}

/** The office's own days of the year, in words. */
function DeclaredList({ year, arrangement, declared }: DeclaredListProps) {
  const t = useWords(calendarWords);
  const dayName = useDayName();
  const days = [...(declared?.values() ?? [])].toSorted((one, other) => one.day.localeCompare(other.day));
  return (
    <section aria-labelledby="calendar-own-title" className="calendar-own">
      <h2 id="calendar-own-title">{t('own', { year })}</h2>
      {declared && days.length === 0 ? <p className="soft">{t('own.none')}</p> : null}
      <ul>
        {days.map(({ day, kind, reason }) => (
          <li key={day}>
            <Link href={hrefOfDay(day)}>{dayName(day)}</Link>{' '}
            {t(`kind.${dayKind(publishedKind(arrangement, day), kind)}`)} · {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
