import { ApiClient } from './api-client.js';

/**
 * What an administrator does each November: brings in the arrangement of the next year, where the suite does not know it
 * yet. Tests look weeks ahead, and in December that is another year. The days are not the published ones.
 */
export async function bringInNextYear(origin: string): Promise<void> {
  const admin = await ApiClient.signedIn(origin, 'admin1');
  const { items } = await admin.ask<{ items: { year: number }[] }>('GET', '/api/hotline/calendar-years');
  const year = new Date().getUTCFullYear() + 1;
  if (items.some((known) => known.year === year)) return;
  await admin.ask('PUT', `/api/hotline/calendar-years/${year}`, {
    holidays: [`${year}-01-01`, `${year}-10-01`, `${year}-10-02`, `${year}-10-03`],
    makeUpDays: [],
    source: 'for tests',
  });
}
