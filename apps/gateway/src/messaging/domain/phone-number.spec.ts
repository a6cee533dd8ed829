import { describe, expect, it } from '@jest/globals';
import { fromE164, toE164 } from './phone-number.js';

describe('a phone number', () => {
  it('of the mainland gets its country code for the provider and loses it for us', () => {
    expect(toE164('138 1234-5678')).toBe('+8613812345678');
    expect(toE164('＋86 13812345678')).toBe('+8613812345678');
    expect(toE164('008613812345678')).toBe('+8613812345678');
    expect(fromE164('+8613812345678')).toBe('13812345678');
  });

  it('of another country is kept as it is', () => {
    expect(toE164('+85261234567')).toBe('+85261234567');
    expect(fromE164('+85261234567')).toBe('+85261234567');
  });

  it('that cannot get text messages is none', () => {
    for (const phone of ['', '12345', '0577-60012345', 'anonymous', '+0123456789']) expect(toE164(phone)).toBeNull();
  });
});
