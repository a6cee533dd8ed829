import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../calendar/zone.js';

/** A day without a time, `YYYY-MM-DD`, as promises and orders carry it. */
export function IsCalendarDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCalendarDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day that exists, YYYY-MM-DD',
      },
    },
    options,
  );
}
