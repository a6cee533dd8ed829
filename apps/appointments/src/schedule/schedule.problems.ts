import { RuleBroken, type ProblemTexts } from '@app/common/http/problem.js';
import type { Violation } from './domain/commitments.js';

/** So many are named in the sentence people read; all of them are listed with it. */
const MOST_NAMED = 3;

/** 422: the week breaks commitments of extended service; each is named with its day. */
export class ExtendedServiceBroken extends RuleBroken {
  constructor(violations: readonly (Violation & { textZh: string; textEn: string })[]) {
    const named = violations.slice(0, MOST_NAMED);
    const textZh = named.map((violation) => violation.textZh).join('');
    const textEn = named.map((violation) => violation.textEn).join(' ');
    super('extended-service', { day: violations[0]?.day ?? null, textZh, textEn, violations });
  }
}

export const SCHEDULE_PROBLEMS: ProblemTexts = {
  'rule-broken/extended-service': {
    'zh-CN': { title: '排班不符合延时服务规定', detail: '{textZh}请补足开放时间后再公布。' },
    en: {
      title: 'The week breaks the commitments of extended service',
      detail: '{textEn} Open more, then publish.',
    },
  },
  'rule-broken/not-a-monday': {
    'zh-CN': { title: '不是星期一', detail: '请选择一周的星期一。' },
    en: { title: 'That day is no Monday', detail: 'A week is named by its Monday.' },
  },
  'rule-broken/days-out-of-order': {
    'zh-CN': { title: '日期有误', detail: '最后一天不能早于第一天，最长{days}天。' },
    en: { title: 'Those days cannot be', detail: 'The last is not before the first, and there are {days} at most.' },
  },
  'rule-broken/day-is-over': {
    'zh-CN': { title: '日期已过', detail: '请选择今天或以后的日期。' },
    en: { title: 'That day is over', detail: 'Choose today or a later day.' },
  },
  'rule-broken/times-missing': {
    'zh-CN': { title: '时间不完整', detail: '开放时段须填写起止时间和可办人数，结束须晚于开始。' },
    en: {
      title: 'The times are not complete',
      detail: 'A session that opens has a beginning, a later end, and how many are served at once.',
    },
  },
  'rule-broken/closure-exists': {
    'zh-CN': {
      title: '这些日期已登记停办',
      detail: '{fromDay}至{toDay}已登记停办：{reasonZh}。如需更改，请先撤销。',
    },
    en: {
      title: 'Those days are closed already',
      detail: '{fromDay} to {toDay} are closed: {reasonEn}. To change that, take it back first.',
    },
  },
  'rule-broken/exception-exists': {
    'zh-CN': { title: '该时段已有特别安排', detail: '请先撤销原来的安排。' },
    en: { title: 'That session has an exception already', detail: 'Take it back first.' },
  },
};
