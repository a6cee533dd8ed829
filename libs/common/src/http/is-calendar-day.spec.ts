import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsCalendarDay } from './is-calendar-day.js';

class Asked {
  @IsCalendarDay() day: unknown;
}

function accepted(day: unknown): boolean {
  return validateSync(Object.assign(new Asked(), { day })).length === 0;
}

describe('a calendar day', () => {
  it.each(['1990-01-01', '2024-02-29', '2026-11-23', '2099-12-31'])('%s is one', (day) => {
    expect(accepted(day)).toBe(true);
  });

  it.each(['2026-02-30', '2026-11-23T00:00:00Z', '20261123', '', 20261123, null, ['2026-11-23']])(
    '%j is none',
    (day) => {
      expect(accepted(day)).toBe(false);
    },
  );

  it.each(['0000-01-01', '1989-12-31', '2100-01-01', '9999-12-31'])('%s is none the office could mean', (day) => {
    expect(accepted(day)).toBe(false);
  });
});
