import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from '../calendar/zone.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * A field that is an instant: ISO 8601 with time and offset, a day that exists, between 1990 and 2100. Stricter than
 * `@IsDateString`, which lets through what `new Date` cannot read or reads in the machine's time zone.
 */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    { name: 'isInstant', validator: { validate: isInstant, defaultMessage: () => 'isInstant' } },
    options,
  );
}

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  const at = Date.parse(value);
  return at >= EARLIEST && at < LATEST && isDay(value.slice(0, 10));
}
