import { describe, expect, it } from '@jest/globals';
import { neverOlder } from './never-older.js';

const ticket = (id: string, version: number) => ({ id, version, state: `v${version}` });

describe('an answer that was under way while somebody acted', () => {
  it('does not take an item back to what it was', () => {
    expect(neverOlder(ticket('a', 3), ticket('a', 2))).toEqual(ticket('a', 3));
    expect(neverOlder(ticket('a', 2), ticket('a', 3))).toEqual(ticket('a', 3));
  });

  it('is taken as it came where the version is the same: what stands beside an item changes without it', () => {
    const away = { ...ticket('a', 3), absent: ['b'] };
    expect(neverOlder(ticket('a', 3), away)).toEqual(away);
  });

  it('is no answer about another item', () => {
    expect(neverOlder(ticket('a', 3), ticket('b', 1))).toEqual(ticket('b', 1));
  });

  it('does not take rows of a list back, wherever they stand now', () => {
    const shown = { pages: [{ items: [ticket('a', 3), ticket('b', 1)], next: 'x' }], pageParams: [null] };
    const answered = {
      pages: [{ items: [ticket('c', 1), ticket('b', 2), ticket('a', 2)], next: null }],
      pageParams: [null],
    };
    expect(neverOlder(shown, answered)).toEqual({
      pages: [{ items: [ticket('c', 1), ticket('b', 2), ticket('a', 3)], next: null }],
      pageParams: [null],
    });
  });

  it('takes what is no item as it came', () => {
    for (const answered of [null, 4, 'text', [1, 2], { count: 2 }]) {
      expect(neverOlder(undefined, answered)).toEqual(answered);
      expect(neverOlder({ count: 1 }, answered)).toEqual(answered);
    }
  });
});
