import { describe, expect, it } from '@jest/globals';
import { brokenPasswordRule, type PasswordUse } from './password-rules.js';

const NOW = new Date('2026-11-23T01:00:00Z');
const use = (over: Partial<PasswordUse>): PasswordUse => ({
  signInName: 'admin1',
  typed: 'given-out-4711',
  chosen: undefined,
  oneTimeUntil: null,
  ...over,
});

describe('a password', () => {
  it('of one’s own lets one in, and may be exchanged on the way', () => {
    expect(brokenPasswordRule(use({}), NOW)).toBeNull();
    expect(brokenPasswordRule(use({ chosen: '清河县的 hotline 2026' }), NOW)).toBeNull();
  });

  it('that was given out opens nothing until another is chosen, and nothing at all when its time is over', () => {
    const oneTimeUntil = new Date('2026-11-23T01:00:01Z');
    expect(brokenPasswordRule(use({ oneTimeUntil }), NOW)).toBe('new-password-needed');
    expect(brokenPasswordRule(use({ oneTimeUntil, chosen: 'long river 17' }), NOW)).toBeNull();
    expect(brokenPasswordRule(use({ oneTimeUntil: NOW, chosen: 'long river 17' }), NOW)).toBe('one-time-password-over');
  });

  it.each([
    ['the same again', 'given-out-4711', 'password-not-new'],
    ['one character over and over', 'aaaaaaaaaaaaaaa', 'password-too-easy'],
    ['little more than the name', 'Admin1Admin1-2026', 'password-too-easy'],
  ])('is not %s', (_, chosen, rule) => {
    expect(brokenPasswordRule(use({ chosen }), NOW)).toBe(rule);
  });
});
