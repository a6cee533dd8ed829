import type { FiguresRow } from '@shared/api/generated/appointments.js';
import { describe, expect, it } from '@jest/globals';
import { chartValue, shownValue, valueOf } from './figure-values.js';

const row: FiguresRow = {
  key: '2026-11-16',
  nameZh: null,
  nameEn: null,
  extended: { extended: 1, served: 4, share: 0.25 },
  leadTime: { bookings: 2, medianHours: 36, p90Hours: 60 },
  noShow: { due: 8, missed: 1, rate: 0.125 },
  unserved: { came: 10, unserved: 1, share: 0.1 },
  wait: { called: 3, medianMinutes: 7, p90Minutes: 18.25 },
  windowUse: { openMinutes: null, servedMinutes: 30, share: null },
  sessions: [
    { session: 'morning', bookedMinutes: 30, offeredMinutes: 60, share: 0.5 },
    { session: 'noon', bookedMinutes: 15, offeredMinutes: 40, share: 0.375 },
  ],
};

describe('the figures of appointments', () => {
  it('the fill of a row is what is booked of what all its sessions offer', () => {
    expect(valueOf(row, 'fill')).toBe(0.45);
    expect(valueOf({ ...row, sessions: [] }, 'fill')).toBeNull();
  });

  it('shares are shown in percent, waits in minutes, lead times in days', () => {
    expect(shownValue(valueOf(row, 'noShow'), 'noShow')).toBe('12.5%');
    expect(shownValue(valueOf(row, 'wait90'), 'wait90')).toBe('18.3');
    expect(shownValue(valueOf(row, 'lead'), 'lead')).toBe('1.5');
    expect(chartValue(valueOf(row, 'extended'), 'extended')).toBe(25);
  });

  it('what could not be counted is not shown as nought', () => {
    expect(shownValue(valueOf(row, 'use'), 'use')).toBeNull();
    expect(chartValue(valueOf(row, 'use'), 'use')).toBeNull();
  });
});
