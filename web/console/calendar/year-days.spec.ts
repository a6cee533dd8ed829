import { describe, expect, it } from '@jest/globals';
import { arrangementOf, dayKind, daysOf, isWorked, monthsOf, publishedKind, spansOf, weeksOf } from './year-days.js';

describe('the days of a year', () => {
  it('stand in weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
    expect(
      monthsOf(2026)
        .flatMap((month) => weeksOf(month).flat())
        .filter(Boolean),
    ).toHaveLength(365);
  });

  it('are worked, free, or worked in exchange', () => {
    const arrangement = arrangementOf(['2026-10-01'], ['2026-10-10']);
    const kinds = ['2026-09-30', '2026-10-01', '2026-10-03', '2026-10-10'].map((day) =>
      publishedKind(arrangement, day),
    );
    expect(kinds).toEqual(['working', 'holiday', 'weekend', 'makeUp']);
    expect(kinds.map(isWorked)).toEqual([true, false, false, true]);
  });

  it('are what an administrator says, or as published', () => {
    const kinds = (['free', 'working', 'as_published', undefined] as const).map((said) => dayKind('makeUp', said));
    expect(kinds).toEqual(['closed', 'opened', 'makeUp', 'makeUp']);
  });

  it('are told as spans, and spans as days', () => {
    const days = ['2026-02-28', '2026-01-01', '2026-01-02', '2026-03-01'];
    const spans = [
      { from: '2026-01-01', to: '2026-01-02' },
      { from: '2026-02-28', to: '2026-03-01' },
    ];
    expect(spansOf(days)).toEqual(spans);
    expect(spans.flatMap(daysOf)).toEqual(days.toSorted());
    expect(daysOf({ from: '2026-01-02', to: '2026-01-01' })).toEqual([]);
  });
});
