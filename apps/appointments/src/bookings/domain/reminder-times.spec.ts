import { describe, expect, it } from '@jest/globals';
import { reminderTimes } from './reminder-times.js';

describe('reminders', () => {
  const startAt = new Date('2026-11-24T01:00:00Z');

  it('come a day and two hours before', () => {
    const now = new Date('2026-11-20T00:00:00Z');
    expect(reminderTimes(startAt, [24, 2], now)).toEqual([
      { hours: 24, at: new Date('2026-11-23T01:00:00Z') },
      { hours: 2, at: new Date('2026-11-23T23:00:00Z') },
    ]);
  });

  it('whose time has come already are left out', () => {
    expect(reminderTimes(startAt, [24, 2], new Date('2026-11-23T01:00:00Z'))).toMatchObject([{ hours: 2 }]);
    expect(reminderTimes(startAt, [24, 2], new Date('2026-11-24T00:00:00Z'))).toEqual([]);
  });
});
