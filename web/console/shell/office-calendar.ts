import { useQuery } from '@tanstack/react-query';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { calendarInForceRead } from '@shared/api/generated/hotline.js';
import { officeCalendar } from '@shared/dates/office-calendar.js';

/** Read again when an administrator changes a day or a year. */
export const CALENDAR_IN_FORCE = ['calendar', 'in-force'] as const;
const READ_AGAIN_MS = 60_000;

const inForce = {
  queryKey: CALENDAR_IN_FORCE,
  queryFn: async (): Promise<WorkingCalendar> => officeCalendar(await calendarInForceRead()),
  staleTime: Infinity,
} as const;

/** Reads the calendar for all of the console, and again now and then: what another changes holds here too. */
export function useCalendarKeptUp(): void {
  useQuery({ ...inForce, refetchInterval: READ_AGAIN_MS });
}

/** The calendar by which the services count limits, or null as long as it is not read. */
export function useOfficeCalendar(): WorkingCalendar | null {
  return useQuery(inForce).data ?? null;
}
