import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { Day } from '@app/common/calendar/zone.js';
import {
  calendarDayDeclare,
  calendarDayList,
  calendarYearBringIn,
  calendarYearList,
  type BringInYearDto,
  type DeclareDayDto,
  type DeclaredDayDto,
} from '@shared/api/generated/hotline.js';
import { after } from '../api/lists.js';
import { thenRead } from '../controls/read-again.js';
import { CALENDAR_IN_FORCE } from '../shell/office-calendar.js';

const PAGE = 100;
const YEARS = ['calendar', 'years'] as const;
const DAYS = ['calendar', 'days'] as const;

/** The years whose arrangement is known, the latest first; a page holds more than there will be. */
export function useYears() {
  return useQuery({
    queryKey: YEARS,
    queryFn: () => calendarYearList({ limit: PAGE }),
    select: (page) => page.items,
  });
}

/** The days of a year that the office has declared itself, by day. */
export function useDeclaredDays(year: number) {
  return useQuery({
    queryKey: [...DAYS, year],
    queryFn: () => declaredDays(year),
    select: (days): ReadonlyMap<Day, DeclaredDayDto> => new Map(days.map((one) => [one.day, one])),
  });
}

/** The list goes from the latest day back: it is read until a day lies before the year. */
async function declaredDays(year: number): Promise<DeclaredDayDto[]> {
  const days: DeclaredDayDto[] = [];
  for (let cursor: string | null = null, goesOn = true; goesOn;) {
    const page = await calendarDayList({ ...after(cursor), limit: PAGE });
    days.push(...page.items);
    cursor = page.next;
    goesOn = cursor !== null && (page.items.at(-1)?.day ?? '') >= `${year}-01-01`;
  }
  return days.filter(({ day }) => day.startsWith(`${year}-`));
}

/** What an administrator changes; after each, also after a refusal, what was changed is read again. */
export function useCalendarActs() {
  const client = useQueryClient();
  const then = <T>(done: Promise<T>, queryKey: QueryKey) => thenRead(client, done, [queryKey, CALENDAR_IN_FORCE]);
  return {
    declare: (body: DeclareDayDto) => then(calendarDayDeclare(body), DAYS),
    bringIn: (year: number, body: BringInYearDto) => then(calendarYearBringIn(year, body), YEARS),
  };
}
