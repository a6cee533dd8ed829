import { describe, expect, it } from '@jest/globals';
import { readTime } from './written-time.js';

const ZONE = 'Asia/Shanghai';
const read = (text: string) => readTime(text, ZONE)?.at.toISOString() ?? null;

describe('a time in a cell', () => {
  it.each([
    ['2019/4/25 9:32:09', '2019-04-25T01:32:09.000Z'],
    ['2019/11/5 23:59:59', '2019-11-05T15:59:59.000Z'],
    ['2019-04-25 09:32:09', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25T09:32:09.500', '2019-04-25T01:32:09.000Z'],
    ['2019-04-25 09:32', '2019-04-25T01:32:00.000Z'],
    ['2019.4.25 9:32', '2019-04-25T01:32:00.000Z'],
    [' 2019年4月25日 9时32分 ', '2019-04-25T01:32:00.000Z'],
    ['2019年4月25日9点32分5秒', '2019-04-25T01:32:05.000Z'],
    ['2019/4/25', '2019-04-24T16:00:00.000Z'],
    ['43580', '2019-04-24T16:00:00.000Z'],
    ['43580.39732638889', '2019-04-25T01:32:09.000Z'],
  ])('%s is %s by the office’s wall clock', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each(['', '昨天', '2019/2/30 9:00:00', '2019/13/1', '2019/4/25 25:00:00', '2019/4/25 9:60', '25/4/2019', '4358'])(
    'is none where it names no moment: %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each([
    ['2019/4/25', '2019-04-25T16:00:00.000Z'],
    ['43580', '2019-04-25T16:00:00.000Z'],
    ['2019/4/25 0:00:00', '2019-04-24T16:00:00.000Z'],
  ])('may be any moment of a day without a time of day: %s until %s', (text, until) => {
    expect(readTime(text, ZONE)?.until.toISOString()).toBe(until);
  });
});
