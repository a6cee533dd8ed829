import type { ProblemTexts } from '@app/common/http/problem.js';

export const ROOMS_PROBLEMS: ProblemTexts = {
  'slot-taken': {
    'zh-CN': { title: '该时段已被占用', detail: '请从下列空闲时段中另选一个。' },
    en: { title: 'That time is taken', detail: 'Choose one of the free times listed.' },
  },
  'booking-released': {
    'zh-CN': { title: '该预订已取消', detail: '请重新选择房间和时间。' },
    en: { title: 'That booking was given back', detail: 'Choose a room and a time again.' },
  },
  'booking-id-taken': {
    'zh-CN': { title: '预订编号重复', detail: '该编号已用于另一预订。' },
    en: { title: 'That booking id is in use', detail: 'It belongs to another booking.' },
  },
  'hold-expired': {
    'zh-CN': { title: '预留已过期', detail: '所选时间只预留几分钟，请重新选择。' },
    en: { title: 'The hold has expired', detail: 'A chosen time is kept for a few minutes. Please choose again.' },
  },
  'rule-broken/appointment-in-the-past': {
    'zh-CN': { title: '所选时间已过', detail: '请选择现在之后的时间。' },
    en: { title: 'That time has passed', detail: 'Choose a time from now on.' },
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
