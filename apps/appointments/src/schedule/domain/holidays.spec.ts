import { PUBLISHED } from '@app/common/calendar/published-arrangements.fixture.js';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import { holidaysIn } from './holidays.js';

const calendar = workingCalendar();
const ofYear = (year: number) => holidaysIn(calendar, { fromDay: `${year}-01-01`, toDay: `${year}-12-31` });

describe('the holidays of a year', () => {
  it.each([2024, 2025, 2026])('%i are those of the published arrangement, whole', (year) => {
    const published = PUBLISHED[year]?.holidays.map(({ first, last }) => [first, last]);
    expect(ofYear(year).map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual(published);
  });

  it('of seven days or more are these, of 2024 to 2026', () => {
    const long = [2024, 2025, 2026].flatMap(ofYear).filter(({ days }) => days >= 7);
    expect(long.map(({ name, toDay, days }) => [name, toDay, days])).toEqual([
      ['spring-festival', '2024-02-17', 8],
      ['national-day', '2024-10-07', 7],
      ['spring-festival', '2025-02-04', 8],
      ['national-day', '2025-10-08', 8],
      ['spring-festival', '2026-02-23', 9],
      ['national-day', '2026-10-07', 7],
    ]);
  });

  it('are known whole by any of their days', () => {
    expect(holidaysIn(calendar, { fromDay: '2026-02-18', toDay: '2026-02-18' })).toEqual([
      { fromDay: '2026-02-15', toDay: '2026-02-23', days: 9, name: 'spring-festival' },
    ]);
    expect(holidaysIn(calendar, { fromDay: '2026-02-24', toDay: '2026-03-31' })).toEqual([]);
  });

  it('a day closed by an administrator in January is no Spring Festival', () => {
    const flooded = workingCalendar({ overrides: [{ day: '2026-01-28', working: false }] });
    expect(holidaysIn(flooded, { fromDay: '2026-01-26', toDay: '2026-02-01' })).toEqual([
      { fromDay: '2026-01-28', toDay: '2026-01-28', days: 1, name: null },
    ]);
  });
});
