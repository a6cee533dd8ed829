import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SealedBox } from '../confidential/sealed-box.js';
import { newId } from '../persistence/id.js';
import { withoutRandom } from './without-random.js';

describe('a text without what is random', () => {
  it('has everything else as it was', () => {
    const box = new SealedBox(randomBytes(32).toString('base64'));
    const row = {
      id: newId(),
      sealed: box.seal('13800008642'),
      fingerprint: box.fingerprint('1'),
      masked: '138****8642',
    };
    expect(withoutRandom(JSON.stringify(row))).toBe('{"id":"…","sealed":"…","fingerprint":"…","masked":"138****8642"}');
    expect(withoutRandom('01a20abc-fcc7-7777-81b8-043c81e3f4f6@sunline')).toBe('…@sunline');
  });
});
