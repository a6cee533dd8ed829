import type { ProblemTexts } from '@app/common/http/problem.js';

export const INTERVIEW_BOOKINGS_PROBLEMS: ProblemTexts = {
  'booking-released': {
    'zh-CN': { title: '该预订已取消', detail: '请重新选择时间。' },
    en: { title: 'That booking was given back', detail: 'Choose a time again.' },
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
};
