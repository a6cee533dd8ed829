import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkDigit, isTicketNumber, ticketNumber } from './ticket-number.js';

const numbers = fc
  .tuple(fc.integer({ min: 2024, max: 2099 }), fc.bigInt({ min: 1n, max: 99_999_999n }))
  .map(([year, sequence]) => ticketNumber(year, sequence));

describe('ticket number', () => {
  it('is year, six digits of sequence and a check digit', () => {
    expect(ticketNumber(2026, 123n)).toMatch(/^26000123\d$/);
  });

  it('grows when the sequence needs more digits', () => {
    expect(ticketNumber(2026, 12_345_678n)).toMatch(/^2612345678\d$/);
  });

  it('has the check digit of the standard’s own example, 0794 → 07945', () => {
    expect(checkDigit('0794')).toBe('5');
  });

  it('is recognised', () => {
    fc.assert(fc.property(numbers, (number) => isTicketNumber(number)));
  });

  it('is not recognised with any one digit wrong', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const at = place % number.length;
        const wrong = String((Number(number[at]) + by) % 10);
        return !isTicketNumber(number.slice(0, at) + wrong + number.slice(at + 1));
      }),
    );
  });

  it('is not recognised in any other text', () => {
    for (const text of ['', '1', '26000', 'A60001237', '26 000 123', '２６０００１２３７', '9'.repeat(40)]) {
      expect(isTicketNumber(text)).toBe(false);
    }
  });
});
