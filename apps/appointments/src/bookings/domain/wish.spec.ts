import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './wish.js';

const item = {
  code: 'id-card',
  channels: ['web', 'phone'],
  durationMinutes: 15,
  greenChannel: false,
  representative: false,
  homeVisit: false,
  groups: false,
  materialVersion: 1,
} as const;
const wish = { channel: 'web', people: 1, green: false, homeVisit: false, representative: false } as const;
const ruleOf = (...asked: Parameters<typeof refusalOf>): unknown => refusalOf(...asked)?.data.rule ?? null;

describe('what a site offers of an item', () => {
  it.each([
    ['as the catalogue says', item, wish, null],
    ['not at all', null, wish, 'not-offered-here'],
    ['not by text message', item, { ...wish, channel: 'sms' as const }, 'not-offered-here'],
    ['not to groups', item, { ...wish, people: 2 }, 'no-groups'],
    ['to groups of three', { ...item, groups: true }, { ...wish, people: 4 }, 'too-many-people'],
    ['without a green channel', item, { ...wish, green: true }, 'no-green-channel'],
    ['not at home', item, { ...wish, homeVisit: true }, 'no-home-visit'],
    ['in person only', item, { ...wish, representative: true }, 'no-representative'],
  ])('%s', (_, offered, wanted, rule) => {
    expect(ruleOf(offered, wanted, { maxPeople: 3 })).toBe(rule);
  });
});
