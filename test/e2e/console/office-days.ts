import { weekdayOf } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';

interface OfficeDays {
  /** What the suite's clock shows. */
  readonly now: Date;
  /** Whether the office works on a day: Monday to Friday, without holidays, with make-up working days. */
  readonly isWorked: (day: string) => boolean;
}

/** The calendar in force, as the suite tells everybody. */
export async function officeDays(api: ApiClient): Promise<OfficeDays> {
  const { asOf, free, worked } = await api.ask<{ asOf: string; free: string[]; worked: string[] }>(
    'GET',
    '/api/hotline/calendar',
  );
  const isWorked = (day: string): boolean =>
    worked.includes(day) || (![0, 6].includes(weekdayOf(day)) && !free.includes(day));
  return { now: new Date(asOf), isWorked };
}
