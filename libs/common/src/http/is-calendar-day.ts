import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../calendar/zone.js';

const EARLIEST = '1990-01-01';
const BEFORE = '2100-01-01';

/** A day without a time, `YYYY-MM-DD`, between 1990 and 2100, as promises and orders carry it. */
export function IsCalendarDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCalendarDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value) && value >= EARLIEST && value < BEFORE,
        defaultMessage: () => '$property must be a day that exists, YYYY-MM-DD',
      },
    },
    options,
  );
}
