import { describe, expect, it } from '@jest/globals';
import { IdempotencyKey, randomKey } from './idempotency-key.js';

function keyOf(form = 'request') {
  const kept = new Map<string, string>();
  let made = 0;
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const newKey = () => `key-${(made += 1)}`;
  return { key: new IdempotencyKey(form, store, newKey), again: new IdempotencyKey(form, store, newKey), kept };
}

describe("a form's Idempotency-Key", () => {
  it('stays the same for the same content, also after a reload', () => {
    const { key, again } = keyOf();
    expect(key.for({ what: '路灯不亮' })).toBe('key-1');
    expect(key.for({ what: '路灯不亮' })).toBe('key-1');
    expect(again.for({ what: '路灯不亮' })).toBe('key-1');
  });
  it('changes with the content', () => {
    const { key } = keyOf();
    key.for({ what: '路灯不亮' });
    expect(key.for({ what: '路灯不亮了' })).toBe('key-2');
  });
  it('is new after the answer has come', () => {
    const { key } = keyOf();
    key.for({ score: 5 });
    key.done();
    expect(key.for({ score: 5 })).toBe('key-2');
  });
  it('is made anew when what was kept cannot be read', () => {
    const { key, kept } = keyOf();
    kept.set('sunline.key.request', '{broken');
    expect(key.for({})).toBe('key-1');
  });
  it('is random', () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(randomKey()).not.toBe(randomKey());
  });
});
