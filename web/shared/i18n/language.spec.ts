import { describe, expect, it } from '@jest/globals';
import { firstLanguage } from './language.js';

describe('the language to begin with', () => {
  it('is the one the link in a text message asks for, before anything else', () => {
    expect(firstLanguage('?lang=en', 'zh-CN', ['zh-CN'])).toBe('en');
  });
  it('is the one chosen before', () => {
    expect(firstLanguage('', 'en', ['zh-CN'])).toBe('en');
  });
  it('is English for a browser that asks for English, Chinese for all others', () => {
    expect(firstLanguage('', null, ['en-GB', 'zh-CN'])).toBe('en');
    expect(firstLanguage('', null, ['zh-TW'])).toBe('zh-CN');
    expect(firstLanguage('?lang=xx', 'xx', ['fr'])).toBe('zh-CN');
    expect(firstLanguage('', null, [])).toBe('zh-CN');
  });
});
