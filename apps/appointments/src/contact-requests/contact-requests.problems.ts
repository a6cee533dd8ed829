import type { ProblemTexts } from '@app/common/http/problem.js';

export const CONTACT_REQUESTS_PROBLEMS: ProblemTexts = {
  'already-requested': {
    'zh-CN': { title: '您已经提交过申请', detail: '该事项的申请正在办理，工作人员会尽快与您联系。' },
    en: {
      title: 'You have asked for this already',
      detail: 'Your request is being worked on. We will contact you soon.',
    },
  },
  'rule-broken/wish-in-the-past': {
    'zh-CN': { title: '期望时间已过', detail: '请选择现在之后的时间。' },
    en: { title: 'That time has passed', detail: 'Choose a time from now on.' },
  },
  'rule-broken/wish-too-far-ahead': {
    'zh-CN': { title: '期望时间太远', detail: '请选择{days}天内的时间。' },
    en: { title: 'That time is too far ahead', detail: 'Choose a time within {days} days.' },
  },
  'rule-broken/wish-out-of-order': {
    'zh-CN': { title: '期望时间有误', detail: '最晚时间须晚于最早时间。' },
    en: { title: 'The times are out of order', detail: 'The latest time has to be after the earliest.' },
  },
  'rule-broken/no-such-item': {
    'zh-CN': { title: '没有这个事项', detail: '请从事项目录中选择。' },
    en: { title: 'There is no such service item', detail: 'Please choose one from the catalogue.' },
  },
  'rule-broken/no-such-site': {
    'zh-CN': { title: '没有这个网点', detail: '请从网点目录中选择。' },
    en: { title: 'There is no such site', detail: 'Please choose one from the list.' },
  },
  'rule-broken/not-done-at-site': {
    'zh-CN': { title: '该网点不办理此事项', detail: '请选择其他网点。' },
    en: { title: 'That site does not do this', detail: 'Please choose another site.' },
  },
  'rule-broken/agreed-time-in-the-past': {
    'zh-CN': { title: '约定时间已过', detail: '请选择现在之后的时间。' },
    en: { title: 'The time agreed has passed', detail: 'Choose a time from now on.' },
  },
  'rule-broken/agreed-time-out-of-order': {
    'zh-CN': { title: '约定时间有误', detail: '结束时间须在同一天，且晚于开始时间。' },
    en: { title: 'The time agreed is out of order', detail: 'It has to end after it begins, on the same day.' },
  },
  'rule-broken/site-needed': {
    'zh-CN': { title: '请选择服务地点', detail: '群众未指定网点，约定时间时须同时确定地点。' },
    en: { title: 'Choose a site', detail: 'The citizen has named none; it is agreed together with the time.' },
  },
  'rule-broken/officer-unknown': {
    'zh-CN': { title: '没有这名值班人员', detail: '请从网点人员中选择。' },
    en: { title: 'There is no such officer', detail: 'Choose one of the site’s officers.' },
  },
  'rule-broken/officer-elsewhere': {
    'zh-CN': { title: '该人员不在此网点', detail: '请选择服务地点的值班人员。' },
    en: { title: 'The officer is of another site', detail: 'Choose one of the site where the citizen is served.' },
  },
  'rule-broken/officer-absent': {
    'zh-CN': { title: '该人员当天不在岗', detail: '请安排其他人员值班。' },
    en: { title: 'The officer is absent that day', detail: 'Put somebody else on duty.' },
  },
  'rule-broken/officer-taken': {
    'zh-CN': { title: '该人员此时已有安排', detail: '请安排其他人员，或另约时间。' },
    en: { title: 'The officer is on another duty then', detail: 'Choose somebody else, or agree on another time.' },
  },
};
