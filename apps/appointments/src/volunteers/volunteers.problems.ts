import type { ProblemTexts } from '@app/common/http/problem.js';

export const VOLUNTEERS_PROBLEMS: ProblemTexts = {
  'volunteer-taken': {
    'zh-CN': { title: '该志愿者此时已有安排', detail: '请从下列空闲的志愿者中另选一位。' },
    en: { title: 'That volunteer is taken at this time', detail: 'Choose one of the free volunteers listed.' },
  },
  'rule-broken/outside-volunteer-hours': {
    'zh-CN': { title: '不在志愿者的服务时间内', detail: '{name}在这个时间不服务，请另选志愿者或时间。' },
    en: {
      title: 'Outside the volunteer’s hours',
      detail: '{name} does not serve then. Choose another volunteer or time.',
    },
  },
};
