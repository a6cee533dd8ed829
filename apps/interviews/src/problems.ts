import type { ProblemTexts } from '@app/common/http/problem.js';

/** What people read when interviews refuses. */
export const INTERVIEWS_PROBLEMS: ProblemTexts = {
  'slot-taken': {
    'zh-CN': { title: '该时段已被占用', detail: '请从下列空闲时段中另选一个。' },
    en: { title: 'That time is taken', detail: 'Choose one of the free times listed.' },
  },
  'volunteer-taken': {
    'zh-CN': { title: '该志愿者此时已有安排', detail: '请从下列空闲的志愿者中另选一位。' },
    en: { title: 'That volunteer is taken at this time', detail: 'Choose one of the free volunteers listed.' },
  },
  'booking-released': {
    'zh-CN': { title: '该预订已取消', detail: '请重新选择。' },
    en: { title: 'That booking was given back', detail: 'Please choose again.' },
  },
  'hold-expired': {
    'zh-CN': { title: '预留已过期', detail: '只预留5分钟，请重新选择。' },
    en: { title: 'The hold has expired', detail: 'A hold lasts 5 minutes. Choose again.' },
  },
  'appointment-superseded': {
    'zh-CN': { title: '约谈安排已被更新', detail: '预订期间有人作了别的安排，请刷新后再试。' },
    en: {
      title: 'Another appointment was made meanwhile',
      detail: 'While it was being booked, something else was chosen. Reload and try again.',
    },
  },
  'rule-broken/verifier-of-the-unit': {
    'zh-CN': { title: '核实人不得来自被核实单位', detail: '请由其他单位的督查员核实。' },
    en: {
      title: 'The verifier may not be of the unit being verified',
      detail: 'An inspector of another unit has to verify this.',
    },
  },
  'rule-broken/held-in-the-future': {
    'zh-CN': { title: '约谈时间晚于现在', detail: '约谈举行之后才能填写记录。' },
    en: { title: 'The talk is in the future', detail: 'Minutes are recorded after the talk was held.' },
  },
  'rule-broken/held-before-the-round': {
    'zh-CN': { title: '约谈时间早于交办时间', detail: '请核对约谈时间。' },
    en: { title: 'The talk is before its assignment', detail: 'Check when the talk was held.' },
  },
  'rule-broken/promised-in-the-past': {
    'zh-CN': { title: '承诺日期早于约谈日期', detail: '请核对承诺事项的完成日期。' },
    en: { title: 'A promise is due before the talk', detail: 'Check the dates of what was promised.' },
  },
  'rule-broken/appointment-in-the-past': {
    'zh-CN': { title: '约谈时间已过', detail: '请选择现在之后的时间。' },
    en: { title: 'That time has passed', detail: 'Choose a time from now on.' },
  },
  'rule-broken/appointment-ends-before-it-begins': {
    'zh-CN': { title: '结束时间不晚于开始时间', detail: '请核对起止时间。' },
    en: { title: 'It ends before it begins', detail: 'Check both times.' },
  },
  'rule-broken/appointment-too-long': {
    'zh-CN': { title: '约谈时间过长', detail: '一次约谈不超过8小时。' },
    en: { title: 'That is too long', detail: 'A talk takes 8 hours at most.' },
  },
  'rule-broken/outside-office-hours': {
    'zh-CN': { title: '不在办公时间内', detail: '约谈室只能在办公时间内预订。' },
    en: { title: 'Outside office hours', detail: 'Rooms are booked within office hours.' },
  },
  'rule-broken/outside-volunteer-hours': {
    'zh-CN': { title: '不在志愿者的服务时间内', detail: '{name}在这个时间不服务，请另选志愿者或时间。' },
    en: {
      title: 'Outside the volunteer’s hours',
      detail: '{name} does not serve then. Choose another volunteer or time.',
    },
  },
  'rule-broken/order-needs-the-talk': {
    'zh-CN': { title: '须举行约谈才能办结督办', detail: '此督办函因约谈逾期发出，举行约谈并填写记录后自动办结。' },
    en: {
      title: 'Only the talk answers this order',
      detail: 'It was issued because the talk is late; the minutes of the talk answer it.',
    },
  },
  'rule-broken/due-in-the-past': {
    'zh-CN': { title: '截止日期已过', detail: '请选择今天或以后的日期。' },
    en: { title: 'That day has passed', detail: 'Choose today or a later day.' },
  },
  'rule-broken/unit-unknown': {
    'zh-CN': { title: '没有这个承办单位', detail: '请从承办单位中选择。' },
    en: { title: 'No such unit', detail: 'Choose one of the units that handle requests.' },
  },
  'rule-broken/no-such-week': {
    'zh-CN': { title: '没有这一周', detail: '该年度没有这个周次。' },
    en: { title: 'No such week', detail: 'That year has no such week.' },
  },
  'rule-broken/week-not-begun': {
    'zh-CN': { title: '该周尚未开始', detail: '专报只能起草本周或以前各周。' },
    en: { title: 'That week has not begun', detail: 'A report covers this week or an earlier one.' },
  },
};
