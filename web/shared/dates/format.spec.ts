import { describe, expect, it } from '@jest/globals';
import { dayOf, formatAppointment, formatDate, formatDateTime, formatDay, formatDayTime } from './format.js';

describe('dates as people read them', () => {
  it('show the office wall clock, whatever the zone of the machine', () => {
    expect(formatDateTime('2026-11-22T06:30:00Z', 'zh-CN')).toBe('2026年11月22日 14:30');
    expect(formatDateTime('2026-11-22T06:30:00Z', 'en')).toBe('22 Nov 2026, 14:30');
  });
  it('midnight is 00:00, and belongs to the day that begins', () => {
    expect(formatDateTime('2026-12-31T16:00:00Z', 'zh-CN')).toBe('2027年1月1日 00:00');
    expect(dayOf('2026-12-31T16:00:00Z')).toBe('2027-01-01');
  });
  it('are short where the year goes without saying', () => {
    expect(formatDayTime('2026-11-25T09:30:00Z', 'zh-CN')).toBe('11月25日 17:30');
    expect(formatDayTime('2026-11-25T09:30:00Z', 'en')).toBe('25 Nov, 17:30');
    expect(formatDay('2026-11-25T09:30:00Z', 'zh-CN')).toBe('11月25日（周三）');
    expect(formatDay('2026-11-25T09:30:00Z', 'en')).toBe('Wed 25 Nov');
    expect(formatDate('2026-11-25T09:30:00Z', 'en')).toBe('25 Nov 2026');
  });
  it('an appointment names the day of the week', () => {
    const [start, end] = ['2026-11-25T06:30:00Z', '2026-11-25T07:30:00Z'];
    expect(formatAppointment(start, end, 'zh-CN')).toBe('2026年11月25日（周三） 14:30–15:30');
    expect(formatAppointment(start, end, 'en')).toBe('Wed 25 Nov 2026, 14:30–15:30');
  });
});
