import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CannotOpen, SealedBox } from './sealed-box.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 8).toString('base64');
const box = new SealedBox(KEY);

describe('a sealed text', () => {
  it('is opened to what was sealed, whatever that was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = Buffer.from(text).toString();
        expect(box.open(box.seal(wellFormed))).toBe(wellFormed);
      }),
    );
  });

  it('looks different each time and says nothing of its content', () => {
    const [one, two] = [box.seal('13812345678'), box.seal('13812345678')];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
  });

  it('that was changed in any place is not opened', () => {
    const sealed = box.seal('张三');
    const [version, keyId, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      expect(() => box.open(`${version}.${keyId}.${changed.toString('base64url')}`)).toThrow(CannotOpen);
    }
    for (const other of ['', '张三', sealed.slice(0, 20), `v2${sealed.slice(2)}`, `${sealed}.x`, 'v1.00000000.AAAA']) {
      expect(() => box.open(other)).toThrow(CannotOpen);
    }
  });

  it('is not opened with another key, and not by its id alone', () => {
    const sealed = box.seal('张三');
    const stranger = new SealedBox(OTHER);
    const strangersId = stranger.seal('x').split('.')[1] ?? '';
    expect(() => stranger.open(sealed)).toThrow(CannotOpen);
    expect(() => stranger.open(sealed.replace(/^v1\.\w+/, `v1.${strangersId}`))).toThrow(CannotOpen);
  });
});

describe('a new key', () => {
  it('seals new texts while old ones can be opened and fingerprints stay', () => {
    const rotated = new SealedBox(`${OTHER},${KEY}`);
    expect(rotated.open(box.seal('old'))).toBe('old');
    expect(() => box.open(rotated.seal('new'))).toThrow(CannotOpen);
    expect(rotated.open(rotated.seal('new'))).toBe('new');
    expect(rotated.fingerprint('13812345678')).toBe(box.fingerprint('13812345678'));
  });

  it.each([undefined, '', 'c2hvcnQ=', 'not base64 at all!', `${KEY},`])('must be 32 bytes in base64: %s', (key) => {
    expect(() => new SealedBox(key)).toThrow('IDENTITY_KEY');
  });
});

describe('a fingerprint', () => {
  it('is the same for the same text, other for another text or key', () => {
    expect(box.fingerprint('13812345678')).toBe(box.fingerprint('13812345678'));
    expect(box.fingerprint('13812345678')).not.toBe(box.fingerprint('13812345679'));
    expect(box.fingerprint('13812345678')).not.toBe(new SealedBox(OTHER).fingerprint('13812345678'));
    expect(box.fingerprint('')).toMatch(/^[\w-]{43}$/);
  });
});
