import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import type { Language } from '../i18n/language.js';
import { limitText as limitTextOn } from './limit.js';
import { officeCalendar } from './office-calendar.js';

// 25 November 2026 is a Wednesday.
const DUE = '2026-11-25T09:30:00Z';
const at = (text: string) => new Date(text);
const limitText = (dueAt: string, now: Date, language: Language) =>
  limitTextOn(dueAt, now, language, workingCalendar());

describe('a limit as people read it', () => {
  it('says the working days left and the date', () => {
    expect(limitText(DUE, at('2026-11-23T02:00:00Z'), 'zh-CN')).toBe('还剩 2 个工作日（11月25日 17:30 前）');
    expect(limitText(DUE, at('2026-11-24T02:00:00Z'), 'en')).toBe('1 working day left (by 25 Nov, 17:30)');
  });
  it('does not count a weekend', () => {
    expect(limitText(DUE, at('2026-11-20T09:00:00Z'), 'zh-CN')).toBe('还剩 3 个工作日（11月25日 17:30 前）');
  });
  it('counts a make-up working Saturday and no holiday', () => {
    // National Day 2026: 1–7 October off, Sunday 20 September and Saturday 10 October worked.
    expect(limitText('2026-10-12T09:30:00Z', at('2026-09-30T02:00:00Z'), 'zh-CN')).toBe(
      '还剩 4 个工作日（10月12日 17:30 前）',
    );
  });
  it('on its last day says today', () => {
    expect(limitText(DUE, at('2026-11-25T01:00:00Z'), 'zh-CN')).toBe('今天 17:30 前');
    expect(limitText(DUE, at('2026-11-25T01:00:00Z'), 'en')).toBe('today by 17:30');
  });
  it('past it, says by how much', () => {
    expect(limitText(DUE, at('2026-11-25T10:00:00Z'), 'zh-CN')).toBe('已超期（应于 11月25日 17:30 前）');
    expect(limitText(DUE, at('2026-11-30T02:00:00Z'), 'zh-CN')).toBe('已超期 3 个工作日（应于 11月25日 17:30 前）');
    expect(limitText(DUE, at('2026-11-27T02:00:00Z'), 'en')).toBe('2 working days over (was due 25 Nov, 17:30)');
  });
  it('says the date alone where the year has no published arrangement', () => {
    expect(limitText('2099-01-08T09:30:00Z', at('2099-01-05T02:00:00Z'), 'zh-CN')).toBe('1月8日 17:30 前');
  });
  it('counts by what the administrator has declared and brought in', () => {
    const now = at('2026-11-23T02:00:00Z');
    const flooded = officeCalendar({ years: [2026], free: ['2026-11-24'], worked: [] });
    expect(limitTextOn(DUE, now, 'zh-CN', flooded)).toBe('还剩 1 个工作日（11月25日 17:30 前）');
    const lastDays = at('2026-12-30T02:00:00Z');
    const broughtIn = officeCalendar({ years: [2026, 2027], free: ['2027-01-01'], worked: ['2027-01-03'] });
    expect(limitTextOn('2027-01-04T09:30:00Z', lastDays, 'en', broughtIn)).toBe(
      '3 working days left (by 4 Jan, 17:30)',
    );
  });
  it('says the date alone before the calendar is read', () => {
    expect(limitTextOn(DUE, at('2026-11-23T02:00:00Z'), 'en', null)).toBe('by 25 Nov, 17:30');
  });
});
