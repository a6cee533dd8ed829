import { describe, expect, it } from '@jest/globals';
import { missingElements, subjectOf, type Elements } from './elements.js';

const elements: Elements = {
  when: null,
  where: '城东路12号',
  who: null,
  what: '路灯不亮',
  why: null,
  which: '路灯',
  result: null,
};

describe('the seven elements', () => {
  it('names those that were not given, in the order of the form', () => {
    expect(missingElements(elements)).toEqual(['when', 'who', 'why', 'result']);
  });

  it('gives 何事 as one line', () => {
    expect(subjectOf('  路灯\t不亮\n\n已三天 ')).toBe('路灯 不亮 已三天');
  });

  it('cuts a long 何事 at whole characters', () => {
    const subject = subjectOf('𠮷'.repeat(100));
    expect(Array.from(subject)).toHaveLength(60);
    expect(subject.endsWith('𠮷…')).toBe(true);
  });
});
