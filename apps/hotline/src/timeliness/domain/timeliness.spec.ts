import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { addWorkingDays } from '@app/common/calendar/working-time.js';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { timelinessOf, type RepliedRequest } from './timeliness.js';

const calendar = workingCalendar();
const limits = { consultation: 3, help: 5, complaint: 5, report: 10, suggestion: 10, praise: 5 };
/** An instant by the wall clock of Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

let count = 0;
const replied = (kind: RequestKind, startedAt: string, repliedAt: string): RepliedRequest => ({
  number: String(++count),
  kind,
  startedAt: at(startedAt),
  repliedAt: at(repliedAt),
});

describe('a reply against its limit', () => {
  // 2019-04-22 is a Monday; the three days of a consultation end on Thursday, 2019-04-25, at 17:30.
  it.each([
    ['2019-04-22T16:00:00', { inTime: 1, yellow: 0, red: 0 }, 0],
    ['2019-04-24T17:30:00', { inTime: 1, yellow: 0, red: 0 }, 2],
    ['2019-04-24T17:30:01', { inTime: 1, yellow: 1, red: 0 }, 2],
    ['2019-04-25T17:30:00', { inTime: 1, yellow: 1, red: 0 }, 3],
    ['2019-04-25T17:30:01', { inTime: 0, yellow: 1, red: 1 }, 3],
    ['2019-04-29T09:00:00', { inTime: 0, yellow: 1, red: 1 }, 6],
  ])('given at %s', (repliedAt, cards, days) => {
    const report = timelinessOf(calendar, limits, [replied('consultation', '2019-04-22T10:00:00', repliedAt)]);
    expect(report.all).toEqual({ replies: 1, ...cards, workingDays: { median: days, p90: days, worst: days } });
    expect(report.byKind).toEqual([{ kind: 'consultation', limitDays: 3, figures: report.all }]);
  });

  it('counts a make-up Sunday: 28 April 2019 was worked for the first of May', () => {
    const request = replied('consultation', '2019-04-25T10:00:00', '2019-04-29T17:00:00');
    expect(timelinessOf(calendar, limits, [request]).all).toMatchObject({ inTime: 1, workingDays: { worst: 3 } });
  });
});

describe('many replies', () => {
  /** Ten requests of a Monday, replied to after 1 to 10 working days. */
  const requests = Array.from({ length: 10 }, (_, index) => ({
    number: String(index + 1),
    kind: index % 2 === 0 ? ('help' as const) : ('suggestion' as const),
    startedAt: at('2019-03-04T10:00:00'),
    repliedAt: addWorkingDays(calendar, at('2019-03-04T10:00:00'), index + 1),
  }));
  const report = timelinessOf(calendar, limits, requests);

  it('are told by kind, each against its own limit', () => {
    expect(report.byKind).toEqual([
      {
        kind: 'help',
        limitDays: 5,
        figures: { replies: 5, inTime: 3, yellow: 3, red: 2, workingDays: { median: 5, p90: 9, worst: 9 } },
      },
      {
        kind: 'suggestion',
        limitDays: 10,
        figures: { replies: 5, inTime: 5, yellow: 1, red: 0, workingDays: { median: 6, p90: 10, worst: 10 } },
      },
    ]);
  });

  it('are told in all', () => {
    expect(report.all).toEqual({
      replies: 10,
      inTime: 8,
      yellow: 4,
      red: 2,
      workingDays: { median: 5, p90: 9, worst: 10 },
    });
  });

  it('are told against every limit', () => {
    expect(
      report.byLimit.map(({ limitDays, figures }) => [limitDays, figures.inTime, figures.yellow, figures.red]),
    ).toEqual([
      [3, 3, 8, 7],
      [5, 5, 6, 5],
      [10, 10, 1, 0],
    ]);
  });
});

it('a request of a year without a calendar is named and counted nowhere', () => {
  const old = { ...replied('help', '2003-12-30T10:00:00', '2004-01-05T10:00:00'), number: 'old' };
  const young = { ...replied('help', '2026-12-30T10:00:00', '2026-12-31T10:00:00'), number: 'young' };
  const report = timelinessOf(calendar, limits, [
    old,
    young,
    replied('help', '2019-04-22T10:00:00', '2019-04-23T10:00:00'),
  ]);
  expect(report.outsideCalendar).toEqual([
    { number: 'old', year: 2003 },
    { number: 'young', year: 2027 },
  ]);
  expect(report.all.replies).toBe(1);
});

it('no replies have no figures', () => {
  expect(timelinessOf(calendar, limits, []).all).toEqual({
    replies: 0,
    inTime: 0,
    yellow: 0,
    red: 0,
    workingDays: null,
  });
});
