import { registerDecorator } from 'class-validator';
import { toE164 } from './phone-number.js';

/** A phone number that can be reached from the office (see `toE164`). */
export function IsPhoneNumber(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPhoneNumber',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && toE164(value) !== null,
        defaultMessage: () => `${String(property)} must be a phone number`,
      },
    });
}
