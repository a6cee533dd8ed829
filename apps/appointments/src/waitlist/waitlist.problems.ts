import type { ProblemTexts } from '@app/common/http/problem.js';

export const WAITLIST_PROBLEMS: ProblemTexts = {
  'already-waiting': {
    'zh-CN': { title: '您已在候补', detail: '同一手机号同一事项在同一网点只能候补一次。' },
    en: { title: 'Already on the waiting list', detail: 'One phone waits once for a service at a site.' },
  },
  'rule-broken/days-in-wrong-order': {
    'zh-CN': { title: '日期有误', detail: '结束日期不能早于开始日期，也不能早于今天。' },
    en: {
      title: 'Those days are in the wrong order',
      detail: 'The last day comes after the first, and not before today.',
    },
  },
};
