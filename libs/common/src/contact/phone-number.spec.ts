import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { nationalNumber, receivesText, toE164, toTextNumber } from './phone-number.js';

describe('phone number', () => {
  it.each([
    ['13812345678', '+8613812345678'],
    ['138 1234 5678', '+8613812345678'],
    ['１３８１２３４５６７８', '+8613812345678'],
    ['+86 138-1234-5678', '+8613812345678'],
    ['008613812345678', '+8613812345678'],
    ['8613812345678', '+8613812345678'],
    ['86-138 1234 5678', '+8613812345678'],
    ['\u202d+86 138 1234 5678\u202c', '+8613812345678'],
    ['(0571) 8888 6666', '+8657188886666'],
    ['+86 571 8888 6666', '+8657188886666'],
    ['+86 0571 8888 6666', '+8657188886666'],
    ['+86 10 8888 6666', '+861088886666'],
    ['＋86 13812345678', '+8613812345678'],
    ['+1 415 555 2671', '+14155552671'],
  ])('%s is %s', (typed, e164) => {
    expect(toE164(typed)).toBe(e164);
  });

  it.each(['', '12345', 'hello', '23812345678', '+', '+86', '138123456789', '+0123456789', '+861381234567'])(
    '%j is none',
    (typed) => {
      expect(toE164(typed)).toBeNull();
    },
  );

  it('of a landline reads back as it is stored', () => {
    expect(toE164(nationalNumber('+861088886666'))).toBe('+861088886666');
    expect(toE164('+8657188886666')).toBe('+8657188886666');
  });

  it('reads back what it writes', () => {
    const digits = fc.integer({ min: 10_000_000, max: 999_999_999 });
    fc.assert(
      fc.property(digits, (n) => {
        const e164 = toE164(`13${n}`.slice(0, 11).padEnd(11, '0'));
        return e164 !== null && toE164(nationalNumber(e164)) === e164;
      }),
    );
  });

  it('of a landline receives no text messages', () => {
    expect(receivesText('+8657188886666')).toBe(false);
    expect(receivesText('+8613812345678')).toBe(true);
    expect(receivesText('+14155552671')).toBe(true);
    expect(toTextNumber('0571-88886666')).toBeNull();
    expect(toTextNumber('anonymous')).toBeNull();
    expect(toTextNumber('138 1234-5678')).toBe('+8613812345678');
  });
});
