import type { ProblemTexts } from '@app/common/http/problem.js';
import { ROSTER_RULES } from './domain/violation.js';

/** A refusal by the rules of a roster says itself which rule, day and person. */
const BROKEN_RULE: ProblemTexts[string] = {
  'zh-CN': { title: '排班不符合规定', detail: '{textZh}' },
  en: { title: 'The roster would break a rule', detail: '{textEn}' },
};

export const ROSTERS_PROBLEMS: ProblemTexts = {
  ...Object.fromEntries(Object.keys(ROSTER_RULES).map((rule) => [`rule-broken/${rule}`, BROKEN_RULE])),
  'period-already-published': {
    'zh-CN': { title: '该时段已有生效的值班表', detail: '请先撤回已发布的值班表，或另选日期。' },
    en: {
      title: 'A roster of these days is in force',
      detail: 'Withdraw the published roster first, or choose other days.',
    },
  },
  'rule-broken/roster-period': {
    'zh-CN': { title: '排班时段有误', detail: '起始日期不得早于今天，最长{days}天。' },
    en: { title: 'That period cannot be planned', detail: 'It begins today or later and has {days} days at most.' },
  },
  'rule-broken/nothing-open': {
    'zh-CN': { title: '该时段网点不开放', detail: '这些日期没有开放的窗口，无需排班。' },
    en: { title: 'The site is closed then', detail: 'No window is open on these days: there is nothing to plan.' },
  },
  'rule-broken/period-is-over': {
    'zh-CN': { title: '值班时段已过', detail: '该值班表的日期已全部过去，不能发布。' },
    en: { title: 'The period is over', detail: 'All days of this roster have passed. It cannot be published.' },
  },
  'rule-broken/day-is-over': {
    'zh-CN': { title: '值班日已过', detail: '{day}已过，已完成的值班不能更改。' },
    en: { title: 'That day is over', detail: '{day} has passed. What was worked stays as it was.' },
  },
  'rule-broken/day-outside-roster': {
    'zh-CN': { title: '日期不在值班表内', detail: '{day}不在该值班表的时段内。' },
    en: { title: 'Not a day of this roster', detail: '{day} lies outside the roster’s period.' },
  },
  'rule-broken/not-a-working-day': {
    'zh-CN': { title: '轮休须安排在工作日', detail: '{day}不是该值班表内的工作日。' },
    en: { title: 'Rest is given back on working days', detail: '{day} is not a working day of this roster.' },
  },
  'rule-broken/absence-period': {
    'zh-CN': { title: '请假时段有误', detail: '结束日期不得早于开始日期，最长{days}天。' },
    en: {
      title: 'That absence is not possible',
      detail: 'It ends no earlier than it begins, {days} days later at most.',
    },
  },
  'rule-broken/absence-is-over': {
    'zh-CN': { title: '不能这样销假', detail: '最后请假日须早于原定结束日期，且不得早于昨天。' },
    en: {
      title: 'The absence cannot end like this',
      detail: 'Its last day is yesterday or later, and earlier than it would be otherwise.',
    },
  },
  'rule-broken/officer-has-post': {
    'zh-CN': { title: '该人员仍在岗', detail: '请先为{postZh}另设人员，再办理离岗。' },
    en: { title: 'Still A or B of a post', detail: 'Name somebody else for {postEn} first.' },
  },
  'rule-broken/a-is-b': {
    'zh-CN': { title: 'A岗与B岗不能是同一人', detail: '请为A岗和B岗分别指定人员。' },
    en: { title: 'A and B are the same person', detail: 'Name two people.' },
  },
  'rule-broken/not-of-the-site': {
    'zh-CN': { title: '该人员不在本网点工作', detail: '请选择本网点的在岗人员。' },
    en: { title: 'Not an officer of this site', detail: 'Choose somebody who works at the site.' },
  },
  'rule-broken/officer-not-qualified': {
    'zh-CN': { title: '资格不符', detail: '{name}不具备该岗位要求的资格。' },
    en: { title: 'Not qualified', detail: '{name} does not have the qualifications of this post.' },
  },
};
