import { describe, expect, it } from '@jest/globals';
import { isoWeekOf, recentWeeks } from './iso-week.js';

describe('the week of a report', () => {
  it('begins on Monday and ends on Sunday', () => {
    expect(isoWeekOf('2026-11-16')).toBe('2026-W47');
    expect(isoWeekOf('2026-11-22')).toBe('2026-W47');
    expect(isoWeekOf('2026-11-23')).toBe('2026-W48');
  });
  it('belongs to the year that holds its Thursday', () => {
    expect(isoWeekOf('2027-01-01')).toBe('2026-W53');
    expect(isoWeekOf('2024-12-30')).toBe('2025-W01');
    expect(isoWeekOf('2023-01-01')).toBe('2022-W52');
  });
  it('is offered from the present one backwards', () => {
    expect(recentWeeks('2027-01-05', 3)).toEqual(['2027-W01', '2026-W53', '2026-W52']);
  });
});
