import type { ProblemTexts } from '@app/common/http/problem.js';

/** `slot-taken` and `hold-expired` are worded with the rooms. */
export const BOOKINGS_PROBLEMS: ProblemTexts = {
  'already-booked-that-day': {
    'zh-CN': { title: '当天已有预约', detail: '同一手机号同一事项每天只能预约一次，请改期或另选一天。' },
    en: {
      title: 'Already booked that day',
      detail: 'One phone books a service once a day. Move the booking you have, or choose another day.',
    },
  },
  'rule-broken/too-late-to-cancel': {
    'zh-CN': { title: '已过可取消时间', detail: '办理前{minutes}分钟内不能自行取消或改期，请致电12345。' },
    en: {
      title: 'Too late to change',
      detail: 'Within {minutes} minutes of the start please call 12345 to cancel or move.',
    },
  },
  'rule-broken/blocked-after-no-shows': {
    'zh-CN': { title: '暂不能自助预约', detail: '因多次预约未到，{until}前请致电12345由话务员代为预约。' },
    en: {
      title: 'Booking is closed for now',
      detail: 'After several missed appointments please call 12345 until {until}; an operator will book for you.',
    },
  },
  'rule-broken/not-offered-here': {
    'zh-CN': { title: '该网点不办理此事项', detail: '请选择其他网点或其他预约方式。' },
    en: { title: 'Not offered here', detail: 'Choose another site, or another way to book.' },
  },
  'rule-broken/too-far-ahead': {
    'zh-CN': { title: '日期太远', detail: '最多可预约{days}天内的时间。' },
    en: { title: 'Too far ahead', detail: 'Times can be booked {days} days ahead at most.' },
  },
  'rule-broken/no-groups': {
    'zh-CN': { title: '该事项不接受多人预约', detail: '请每人单独预约。' },
    en: { title: 'No groups for this service', detail: 'Please book for each person.' },
  },
  'rule-broken/too-many-people': {
    'zh-CN': { title: '人数过多', detail: '一次最多可为{most}人预约。' },
    en: { title: 'Too many people', detail: 'One booking is for {most} people at most.' },
  },
  'rule-broken/no-green-channel': {
    'zh-CN': { title: '该事项没有绿色通道' },
    en: { title: 'No green channel for this service' },
  },
  'rule-broken/no-representative': {
    'zh-CN': { title: '该事项须本人办理', detail: '不能委托他人代办。' },
    en: { title: 'To be done in person', detail: 'This service cannot be left to a representative.' },
  },
  'rule-broken/no-home-visit': {
    'zh-CN': { title: '该事项不提供上门服务' },
    en: { title: 'No home visits for this service' },
  },
  'rule-broken/visit-address-missing': {
    'zh-CN': { title: '请填写上门地址', detail: '上门服务需要知道到哪里去。' },
    en: { title: 'Where shall we come?', detail: 'A home visit needs an address.' },
  },
  'rule-broken/already-rated': {
    'zh-CN': { title: '已经评价过', detail: '每次办理只能评价一次，感谢您的评价。' },
    en: { title: 'Already rated', detail: 'Each visit is rated once. Thank you.' },
  },
};
