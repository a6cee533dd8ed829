import { workingCalendar } from '@app/common/calendar/calendar.js';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { arrivalAt, overIfBegunBefore, sessionOver } from './arrival.js';

const calendar = workingCalendar();
const rules = { checkInMinutesBefore: 60, lateMinutes: 15 };
const at = (time: string): Date => new Date(`2026-11-23T${time}+08:00`);
const ten = { startAt: at('10:00:00'), endAt: at('10:20:00') };

describe('an arrival for ten o’clock', () => {
  it.each([
    ['08:59:59', 'early'],
    ['09:00:00', 'in-time'],
    ['10:15:00', 'in-time'],
    ['10:15:01', 'late'],
    ['11:59:59', 'late'],
    ['12:00:00', 'over'],
  ] as const)('at %s is %s', (time, arrival) => {
    expect(arrivalAt(calendar, ten, rules, at(time))).toBe(arrival);
  });

  it('the day before is early, the day after over', () => {
    expect(arrivalAt(calendar, ten, rules, new Date('2026-11-22T10:00:00+08:00'))).toBe('early');
    expect(arrivalAt(calendar, ten, rules, new Date('2026-11-24T10:00:00+08:00'))).toBe('over');
  });
});

describe('the session of a booking', () => {
  it('is over when what was begun in it is finished (窗口有群众不下班)', () => {
    expect(sessionOver(calendar, { startAt: at('11:50:00'), endAt: at('12:10:00') })).toEqual(at('12:10:00'));
  });

  it('outside all sessions is the booking itself', () => {
    expect(sessionOver(calendar, { startAt: at('08:30:00'), endAt: at('08:45:00') })).toEqual(at('08:45:00'));
  });

  it('is found over by an index exactly when it is over', () => {
    const minute = fc.integer({ min: 0, max: 3 * 24 * 60 });
    const start = at('00:00:00').getTime();
    fc.assert(
      fc.property(minute, fc.integer({ min: 5, max: 240 }), minute, (begins, lasts, then) => {
        const booking = {
          startAt: new Date(start + begins * 60_000),
          endAt: new Date(start + (begins + lasts) * 60_000),
        };
        const now = new Date(start + then * 60_000);
        const found = booking.startAt < overIfBegunBefore(calendar, now) && booking.endAt <= now;
        expect(found).toBe(sessionOver(calendar, booking) <= now);
      }),
      { numRuns: 2000 },
    );
  });
});
