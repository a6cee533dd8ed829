import { Transform } from 'class-transformer';

/** A text field as typed: white space at both ends is not part of it. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value));

/** As `Trimmed`, and a field left empty was not given (未提供). */
export const TrimmedOrNull = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() || null : value));

/** A number or code as typed: full-width digits, spaces and lower case are no difference. */
export const TypedCode = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown =>
    typeof value === 'string' ? value.normalize('NFKC').replace(/\s/gu, '').toUpperCase() : value,
  );
