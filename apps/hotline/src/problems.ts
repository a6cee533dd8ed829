import { DomainError, type ProblemTexts } from '@app/common/http/problem.js';

/** 404: no such ticket, or not with that query code; which of the two is nobody's business. */
export class TicketNotFound extends DomainError {
  constructor() {
    super('ticket-not-found', 404);
  }
}

/** 409: the reply has its rating; a rating is given once and never altered. */
export class AlreadyRated extends DomainError {
  constructor() {
    super('already-rated', 409);
  }
}

/** Texts of the hotline's own problems; the rules of `RuleBroken` under `rule-broken/<rule>`. */
export const HOTLINE_PROBLEMS: ProblemTexts = {
  'ticket-not-found': {
    'zh-CN': { title: '没有找到这件诉求', detail: '请核对受理编号和查询码。' },
    en: { title: 'No such request', detail: 'Please check the number and the query code.' },
  },
  'already-rated': {
    'zh-CN': { title: '您已经评价过了', detail: '每次答复只能评价一次，评价不能修改。' },
    en: { title: 'You have rated this already', detail: 'Each reply is rated once, and a rating is never altered.' },
  },
  'rule-broken/unknown-service-item': {
    'zh-CN': { title: '没有这个事项', detail: '请从事项目录中选择。' },
    en: { title: 'There is no such service item', detail: 'Please choose one from the catalogue.' },
  },
  'rule-broken/calendar-year-unknown': {
    'zh-CN': { title: '该年度日历尚未公布', detail: '{year} 年的放假安排尚未公布，不能单独设定其中的某一天。' },
    en: {
      title: 'The year is not published yet',
      detail: 'There is no arrangement for {year} yet, so no day of it can be declared.',
    },
  },
  'rule-broken/not-a-handling-unit': {
    'zh-CN': { title: '不能交办给该单位', detail: '请选择承办单位。' },
    en: { title: 'This unit does not handle requests', detail: 'Please choose a unit that does.' },
  },
};
