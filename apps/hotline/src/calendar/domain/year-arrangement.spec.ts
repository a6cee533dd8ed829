import { describe, expect, it } from '@jest/globals';
import { PUBLISHED } from '@app/common/calendar/published-arrangements.fixture.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { arrangementFault, type YearArrangement } from './year-arrangement.js';

const sound: YearArrangement = {
  year: 2027,
  holidays: ['2027-01-01', '2027-02-08', '2027-10-01', '2027-10-04'],
  makeUpDays: ['2027-02-20', '2027-10-10'],
};
const withDays = (holidays: string[], makeUpDays: string[] = []): YearArrangement => ({
  ...sound,
  holidays: [...sound.holidays, ...holidays],
  makeUpDays: [...sound.makeUpDays, ...makeUpDays],
});

describe('a year’s arrangement', () => {
  it('is taken where nothing is wrong with it', () => {
    expect(arrangementFault(sound)).toBeNull();
    expect(arrangementFault({ ...sound, makeUpDays: [] })).toBeNull();
  });

  it.each(Object.entries(PUBLISHED))('of %s is taken as the State Council published it', (year, published) => {
    const holidays: string[] = [];
    for (const { first, last } of published.holidays) {
      for (let day = first; day <= last; day = shiftDay(day, 1)) holidays.push(day);
    }
    expect(arrangementFault({ year: Number(year), holidays, makeUpDays: published.makeUpDays })).toBeNull();
  });

  it.each<[string, YearArrangement, string, string[]]>([
    ['a holiday of the year before', withDays(['2026-12-31']), 'calendar-year-days-elsewhere', ['2026-12-31']],
    ['a make-up day of the next year', withDays([], ['2028-01-08']), 'calendar-year-days-elsewhere', ['2028-01-08']],
    [
      'a wrong year',
      { ...sound, year: 2028 },
      'calendar-year-days-elsewhere',
      [...sound.holidays, ...sound.makeUpDays],
    ],
    ['no days', { year: 2027, holidays: [], makeUpDays: [] }, 'calendar-year-incomplete', ['2027-01-01', '2027-10-01']],
    ['no National Day', { ...sound, holidays: ['2027-01-01'] }, 'calendar-year-incomplete', ['2027-10-01']],
    ['a day both off and worked', withDays(['2027-02-20']), 'calendar-year-both', ['2027-02-20']],
    ['a Wednesday worked in exchange', withDays([], ['2027-02-17']), 'calendar-year-weekday-worked', ['2027-02-17']],
  ])('is refused with %s', (_, arrangement, rule, days) => {
    expect(arrangementFault(arrangement)).toEqual({ rule, days });
  });
});
