import { ValidateBy, type ValidationOptions } from 'class-validator';

const INSTANT = /^\d{4}-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
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

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A field that is a calendar day, `2026-11-23`, one that exists, between 1990 and 2100. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: 'isDay', validator: { validate: isDay, defaultMessage: () => 'isDay' } }, options);
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  // V8 reads 30 February as 2 March.
  return at.getTime() >= EARLIEST && at.getTime() < LATEST && at.toISOString().startsWith(value);
}
