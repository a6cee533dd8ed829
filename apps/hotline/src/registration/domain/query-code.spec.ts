import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CODE_ALPHABET } from '@app/common/confidential/random-code.js';
import { CODE_LENGTH, codeSecret, queryCode } from './query-code.js';

describe('query code', () => {
  it('has six characters of the alphabet, whatever the bytes', () => {
    const of = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (bytes) => {
        const code = queryCode((count) => Uint8Array.from({ length: count }, () => Number(bytes.next().value)));
        return of.test(code);
      }),
    );
  });

  it('holds no character that is read for another', () => {
    for (const alike of '0O1IL2Z5S8B') expect(CODE_ALPHABET).not.toContain(alike);
  });

  it('uses every character about equally often', () => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 5_000; i++) {
      for (const character of queryCode((count) => randomBytes(count))) {
        seen.set(character, (seen.get(character) ?? 0) + 1);
      }
    }
    const expected = (5_000 * CODE_LENGTH) / CODE_ALPHABET.length;
    for (const character of CODE_ALPHABET) {
      expect(Math.abs((seen.get(character) ?? 0) - expected)).toBeLessThan(expected * 0.2);
    }
  });

  it('is another secret under another number', () => {
    expect(codeSecret('260001237', 'ABC')).not.toBe(codeSecret('260001238', 'ABC'));
  });
});
