import { describe, expect, it } from '@jest/globals';
import { checkHeldAt, checkPromisedDays } from './minutes-rules.js';

const opened = new Date('2026-11-23T01:00:00Z');
const now = new Date('2026-11-25T01:00:00Z');
const broken = (rule: string) => expect.objectContaining({ data: expect.objectContaining({ rule }) });

describe('the minutes of a talk', () => {
  it('may say any time from the opening of the round until now', () => {
    expect(() => checkHeldAt(opened, opened, now)).not.toThrow();
    expect(() => checkHeldAt(now, opened, now)).not.toThrow();
  });

  it('may not be of a talk to come, nor of one before the round', () => {
    expect(() => checkHeldAt(new Date(now.getTime() + 1), opened, now)).toThrow(broken('held-in-the-future'));
    expect(() => checkHeldAt(new Date(opened.getTime() - 1), opened, now)).toThrow(broken('held-before-the-round'));
  });

  it('promise nothing for a day before the talk', () => {
    expect(() => checkPromisedDays(['2026-11-24', '2026-12-01'], '2026-11-24')).not.toThrow();
    expect(() => checkPromisedDays(['2026-11-23'], '2026-11-24')).toThrow(broken('promised-in-the-past'));
  });
});
