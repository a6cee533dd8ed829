import { describe, expect, it } from '@jest/globals';
import { maskPhone } from './phone-mask.js';

describe('a phone number as staff may see it', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+8613812345678', '+86138****5678'],
    ['057187654321', '0571****4321'],
    ['87654321', '****4321'],
    ['12345', '****'],
    ['', '****'],
  ])('%s → %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});
