import { describe, expect, it } from '@jest/globals';
import { writtenIn } from './written-in.js';

describe('writtenIn', () => {
  it.each([
    ['清河县人民路1号', 'zh-CN'],
    ['人民路 No. 1, next to the KFC', 'zh-CN'],
    ['The ramp is too steep', 'en'],
    ['0500-60012401', undefined],
    ['', undefined],
  ])('%p: %p', (text, language) => {
    expect(writtenIn(text)).toBe(language);
  });
});
