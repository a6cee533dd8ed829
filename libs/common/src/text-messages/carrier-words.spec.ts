import { describe, expect, it } from '@jest/globals';
import { dispositionOf } from './carrier-words.js';

describe('words of the carrier', () => {
  it('are recorded as an opt-out, whatever their case, width and trailing punctuation', () => {
    for (const text of ['STOP', 'stop.', ' Ｓｔｏｐ！ ', 'unsubscribe', '退订', '退订。', 'td', 'CANCEL']) {
      expect(dispositionOf(text)).toBe('opted_out');
    }
  });

  it('lift an opt-out', () => {
    for (const text of ['START', 'unstop', 'Yes!']) expect(dispositionOf(text)).toBe('opted_in');
  });

  it('HELP and INFO are answered by the carrier, not by us', () => {
    expect(dispositionOf('help')).toBe('left_to_carrier');
    expect(dispositionOf('Info?')).toBe('left_to_carrier');
  });

  it('inside a sentence mean nothing', () => {
    for (const text of ['please stop the noise', '帮助', '评5', 'RATE 5', '退订 宽带', '取消预约 1234', '']) {
      expect(dispositionOf(text)).toBe('passed_on');
    }
  });
});
