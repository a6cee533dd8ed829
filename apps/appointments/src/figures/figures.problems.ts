import type { ProblemTexts } from '@app/common/http/problem.js';

export const FIGURES_PROBLEMS: ProblemTexts = {
  'rule-broken/figures-period': {
    'zh-CN': { title: '统计时间段有误', detail: '截止日期不能早于起始日期，最长{days}天。' },
    en: {
      title: 'No figures for that period',
      detail: 'It may not end before it begins, and has {days} days at most.',
    },
  },
};
