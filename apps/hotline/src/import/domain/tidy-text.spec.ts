import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { tidyLine, tidyText } from './tidy-text.js';

/** Without anything that only takes room or is not seen. */
const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cs}\u200b\u200e\u200f\u2060\ufeff]/gu, '');

describe('text out of a spreadsheet', () => {
  it.each([
    ['\n\t\t\t\t\n\t\t小区停水三天。\n\t\t\t\n\t\t请尽快处理。\n\t\t\t', '小区停水三天。\n请尽快处理。'],
    ['一行\r\n二行\r三行', '一行\n二行\n三行'],
    ['　　全角空格开头', '全角空格开头'],
    ['中间\t\t制表\u00a0符', '中间 制表 符'],
    ['看不见\u200b的\ufeff字', '看不见的字'],
    ['半个\ud842字', '半个字'],
    ['\n\t \n', ''],
  ])('loses its tabs and blank lines: %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });

  it('is one line where one is asked for', () => {
    expect(tidyLine(' 路灯\n不亮\t了 ')).toBe('路灯 不亮 了');
  });

  it('keeps every visible character, in order, and is tidy after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tidy = tidyText(text);
        expect(visible(tidy)).toBe(visible(text));
        expect(tidyText(tidy)).toBe(tidy);
      }),
    );
  });
});
