import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SESSIONS } from './calendar.js';
import { officeSessions } from './office-sessions.js';

describe('the configured sessions', () => {
  it('are the usual hours where nothing is configured', () => {
    expect(officeSessions(undefined)).toBe(DEFAULT_SESSIONS);
    expect(officeSessions(' ')).toBe(DEFAULT_SESSIONS);
  });

  it('can spell out the usual hours', () => {
    const text = 'morning 09:00-12:00 working; noon 12:00-13:30; afternoon 13:30-17:30 working; evening 17:30-20:00;';
    expect(officeSessions(text)).toEqual(DEFAULT_SESSIONS);
  });

  it.each(['morning', 'night 20:00-22:00', 'morning 9-12 working', 'morning 09:00-12:00 closed'])(
    'are refused when unreadable: %s',
    (text) => {
      expect(() => officeSessions(text)).toThrow(text);
    },
  );
});
