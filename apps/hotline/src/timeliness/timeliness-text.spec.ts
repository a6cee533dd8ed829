import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import { timelinessOf } from './domain/timeliness.js';
import { timelinessLines } from './timeliness-text.js';

const limits = { consultation: 3, help: 5, complaint: 5, report: 10, suggestion: 10, praise: 5 };
const at = (text: string) => new Date(`${text}+08:00`);
const replied = (number: string, kind: 'help' | 'consultation', from: string, to: string) => ({
  number,
  kind,
  startedAt: at(from),
  repliedAt: at(to),
});

describe('the report in the terminal', () => {
  const report = timelinessOf(workingCalendar(), limits, [
    replied('1', 'consultation', '2019-04-22T10:00:00', '2019-04-26T10:00:00'),
    replied('2', 'help', '2019-04-22T10:00:00', '2019-04-23T10:00:00'),
    replied('old', 'help', '2003-12-30T10:00:00', '2004-01-05T10:00:00'),
  ]);

  it('has a row for each kind, one for all, one for each limit, in columns that stand under each other', () => {
    const lines = timelinessLines(report, 'zh-CN');
    expect(lines.slice(0, 12)).toEqual([
      '答复时效：已答复诉求 2 件',
      '',
      '按类别（各按其标准时限）',
      '      时限  件数  按期   按期率  黄牌  红牌  中位数  九成以内  最长',
      '咨询  3 日     1     0    0.0 %     1     1       4         4     4',
      '求助  5 日     1     1  100.0 %     0     0       1         1     1',
      '合计           2     1   50.0 %     1     1       1         4     4',
      '',
      '全部诉求逐一按各标准时限',
      '       时限  件数  按期   按期率  黄牌  红牌  中位数  九成以内  最长',
      '合计   3 日     2     1   50.0 %     1     1       1         4     4',
      '合计   5 日     2     2  100.0 %     0     0       1         4     4',
    ]);
  });

  it.each([
    ['zh-CN', '  old（2003 年）'],
    ['en', '  old (2003)'],
  ] as const)('names what lies outside the calendar (%s)', (language, line) => {
    expect(timelinessLines(report, language).at(-1)).toBe(line);
  });

  it('says so where nothing has been replied to', () => {
    expect(timelinessLines(timelinessOf(workingCalendar(), limits, []), 'en')).toEqual([
      'No request has been replied to yet.',
    ]);
  });
});
