import { randomCode } from '@app/common/confidential/random-code.js';

/**
 * A new booking's code: Y and nine letters. It is all a citizen needs to change the booking, so it cannot be guessed
 * (22⁹ of them); a ticket's query code has six letters, so the two are told apart by their length.
 */
export function bookingCode(randomBytes: (count: number) => Uint8Array): string {
  return `Y${randomCode(9, randomBytes)}`;
}
