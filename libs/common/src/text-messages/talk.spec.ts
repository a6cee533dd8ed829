import { describe, expect, it } from '@jest/globals';
import { TalkLimits } from './talk-limits.js';
import { SILENCE, languageOf, listen, missed, understood, type Talk } from './talk.js';

type SomeTalk = Talk<'which?', { at: string }>;

const LIMITS = new TalkLimits();
const START = '2026-11-23T01:00:00.000Z';
const asked: SomeTalk = { ...SILENCE, question: 'which?', misses: 1, lastAt: START, draft: { at: START } };
const heard = (minutes: number, before = asked) =>
  listen(before, { language: null, at: new Date(Date.parse(START) + minutes * 60_000) }, LIMITS);

describe('a talk by text message', () => {
  it('is over after half an hour; what was left unfinished is kept for a day', () => {
    expect(heard(30).state).toMatchObject({ question: 'which?', misses: 1 });
    expect(heard(31).state).toMatchObject({ question: null, misses: 0, draft: { at: START } });
    expect(heard(24 * 60).state.draft).not.toBeNull();
    expect(heard(24 * 60 + 1).state.draft).toBeNull();
  });

  it('has its line of help once, and again when it begins anew', () => {
    expect(heard(30, { ...asked, helped: true }).state.helped).toBe(true);
    expect(heard(31, { ...asked, helped: true }).state.helped).toBe(false);
  });

  it('knows a message that a later one has overtaken, and a clock that was set back', () => {
    expect(heard(-5)).toMatchObject({ overtaken: true, state: { lastAt: START } });
    expect(heard(-31)).toMatchObject({ overtaken: false, state: { question: 'which?' } });
  });

  it('is led in the language asked for, else in the last one written', () => {
    const english = listen(asked, { language: 'en', at: new Date(START) }, LIMITS).state;
    expect(languageOf(english)).toBe('en');
    expect(languageOf({ ...english, chosen: 'zh-CN' })).toBe('zh-CN');
    expect(languageOf(heard(1, english).state)).toBe('en');
  });

  it('goes to a person after two misunderstandings in a row', () => {
    const once = missed({ ...asked, misses: 0 }, LIMITS);
    expect(once).toMatchObject({ giveUp: false, state: { misses: 1 } });
    expect(missed(once.state, LIMITS)).toMatchObject({ giveUp: true, state: { question: null, misses: 0 } });
    expect(missed(understood(once.state), LIMITS).giveUp).toBe(false);
  });
});
