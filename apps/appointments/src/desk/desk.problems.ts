import type { ProblemTexts } from '@app/common/http/problem.js';

export const DESK_PROBLEMS: ProblemTexts = {
  'window-busy': {
    'zh-CN': { title: '窗口正在办理', detail: '{number}号尚未办结，请先办结或过号，再叫下一位。' },
    en: { title: 'The window is taken', detail: 'Number {number} is not finished yet. Finish or pass it over first.' },
  },
  'citizen-arrived': {
    'zh-CN': { title: '群众已签到', detail: '该群众已在排队，不能记为爽约。请叫号；叫号后未到窗口的，请过号。' },
    en: {
      title: 'The citizen has arrived',
      detail: 'They are in the queue and have not missed it. Call the number; pass it over if nobody comes.',
    },
  },
  'rule-broken/other-site': {
    'zh-CN': { title: '该预约在其他网点', detail: '预约地点为{siteNameZh}。' },
    en: { title: 'The booking is for another site', detail: 'It is for {siteNameEn}.' },
  },
  'rule-broken/home-visit-has-no-check-in': {
    'zh-CN': { title: '上门服务无需签到', detail: '工作人员会按预约时间上门。' },
    en: { title: 'No check-in for a home visit', detail: 'An officer comes to the citizen at the time booked.' },
  },
  'rule-broken/too-early-to-check-in': {
    'zh-CN': { title: '还未到签到时间', detail: '{fromTime}起可以签到。' },
    en: { title: 'Too early to check in', detail: 'Check-in is open from {fromTime}.' },
  },
  'rule-broken/check-in-over': {
    'zh-CN': { title: '已过签到时间', detail: '该预约的签到已于{untilTime}截止，可以现场取号。' },
    en: { title: 'Check-in is over', detail: 'It ended at {untilTime}. A number without a booking can be taken.' },
  },
  'rule-broken/not-offered-at-the-counter': {
    'zh-CN': { title: '本网点不能现场办理该事项', detail: '请核对事项，或告知群众可办理的网点。' },
    en: { title: 'Not done at the counter here', detail: 'Check the item, or name a site that does it.' },
  },
  'rule-broken/call-again-first': {
    'zh-CN': { title: '请再次叫号', detail: '叫号满{calls}次后才能过号，已叫{called}次。' },
    en: { title: 'Call once more', detail: 'A number is passed over after {calls} calls; there were {called}.' },
  },
  'rule-broken/not-late-yet': {
    'zh-CN': { title: '还不能记为爽约', detail: '{fromTime}之后仍未到的，才能记为爽约。' },
    en: { title: 'Not missed yet', detail: 'It can be called missed after {fromTime}.' },
  },
  'rule-broken/not-a-home-visit': {
    'zh-CN': { title: '不是上门服务', detail: '请在窗口签到、叫号、办结。' },
    en: { title: 'Not a home visit', detail: 'It is checked in, called and finished at a window.' },
  },
  'rule-broken/not-begun-yet': {
    'zh-CN': { title: '还未到预约时间', detail: '预约时间为{fromTime}。' },
    en: { title: 'It has not begun yet', detail: 'The time booked is {fromTime}.' },
  },
};
