import type { ProblemTexts } from '@app/common/http/problem.js';

export const ROOMS_PROBLEMS: ProblemTexts = {
  'slot-taken': {
    'zh-CN': { title: '该时段已被占用', detail: '请从下列空闲时段中另选一个。' },
    en: { title: 'That time is taken', detail: 'Choose one of the free times listed.' },
  },
  'rule-broken/outside-office-hours': {
    'zh-CN': { title: '不在办公时间内', detail: '约谈室只能在办公时间内预订。' },
    en: { title: 'Outside office hours', detail: 'Rooms are booked within office hours.' },
  },
  'rule-broken/look-too-long': {
    'zh-CN': { title: '查询时间段有误', detail: '结束时间须晚于开始时间，最长{days}天。' },
    en: {
      title: 'That period cannot be looked up',
      detail: 'It has to end after it begins, {days} days later at most.',
    },
  },
};
