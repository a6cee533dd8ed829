import { describe, expect, it } from '@jest/globals';
import { assignmentLetter, reminderLetter } from './letter-text.js';

const matter = {
  number: '约谈交办〔2026〕1号',
  caseNumber: '约谈〔2026〕0001号',
  ticketNumber: '20261123-0001',
  unitNameZh: '住房和城乡建设局',
  subject: '路灯不亮',
  round: 1,
  dueAt: new Date('2026-11-30T17:30:00+08:00'),
  issuedAt: new Date('2026-11-23T09:00:00+08:00'),
  timeZone: 'Asia/Shanghai',
};

describe('formal letters', () => {
  it('name unit, numbers, limit and date', () => {
    const text = assignmentLetter(matter, 5);
    for (const words of [
      '约谈交办〔2026〕1号',
      '住房和城乡建设局：',
      '路灯不亮',
      '5个工作日',
      '2026年11月30日17时30分',
      '2026年11月23日',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('say why a second talk is asked for', () => {
    expect(assignmentLetter({ ...matter, round: 2 }, 5)).toContain('第2次约谈');
  });

  it('say nothing of a confidential matter', () => {
    expect(reminderLetter({ ...matter, subject: '' })).toContain('20261123-0001号保密诉求');
  });
});
