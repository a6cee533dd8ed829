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

/** 409: the citizen has asked for a review, and nobody has decided yet. */
export class ReviewAskedAlready extends DomainError {
  constructor() {
    super('review-asked-already', 409);
  }
}

/** 409: the matter has been reviewed; there is one review each time it is struck off. */
export class AlreadyReviewed extends DomainError {
  constructor() {
    super('already-reviewed', 409);
  }
}

/** 403: the review is of what this person decided themselves; somebody else of the post decides it (four eyes). */
export class OwnDecision extends DomainError {
  constructor() {
    super('own-decision', 403);
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
  'review-asked-already': {
    'zh-CN': { title: '复议申请已收到', detail: '您的复议申请正在审核，结果会用短信告知您。' },
    en: { title: 'You have asked for a review already', detail: 'It is being decided. We will text you the result.' },
  },
  'already-reviewed': {
    'zh-CN': { title: '已经复议过', detail: '这件诉求办结后只能复议一次，结果见办理进度。' },
    en: { title: 'It has been reviewed', detail: 'There is one review. Its result stands with the progress.' },
  },
  'own-decision': {
    'zh-CN': { title: '不能审核自己的处理', detail: '这件诉求是您本人处理的，复议须由另一位同事审核。' },
    en: {
      title: 'The decision was your own',
      detail: 'You decided on this request yourself, so a colleague has to decide on the review of it.',
    },
  },
  'rule-broken/unknown-service-item': {
    'zh-CN': { title: '没有这个事项', detail: '请从事项目录中选择。' },
    en: { title: 'There is no such service item', detail: 'Please choose one from the catalogue.' },
  },
  'calendar-changed': {
    'zh-CN': { title: '日历已被改动', detail: '您查看期间，另一位管理员改动了这里。请看过现在的内容后再办。' },
    en: {
      title: 'The calendar has been changed',
      detail: 'Another administrator changed this while you were looking. Please read what holds now before you go on.',
    },
  },
  'rule-broken/calendar-year-unknown': {
    'zh-CN': { title: '该年度日历尚未公布', detail: '{year} 年的放假安排尚未公布，不能单独设定其中的某一天。' },
    en: {
      title: 'The year is not published yet',
      detail: 'There is no arrangement for {year} yet, so no day of it can be declared.',
    },
  },
  'rule-broken/calendar-year-packaged': {
    'zh-CN': {
      title: '该年度日历已有',
      detail: '系统已有 {year} 年的放假安排，无需录入；个别日期有变动的，请单独设定。',
    },
    en: {
      title: 'The year is known already',
      detail: 'The arrangement for {year} is there and need not be brought in. Single days can be declared.',
    },
  },
  'rule-broken/calendar-year-days-elsewhere': {
    'zh-CN': { title: '日期不在该年度', detail: '以下日期不属于 {year} 年：{days}。' },
    en: { title: 'Days of another year', detail: 'These days do not lie in {year}: {days}.' },
  },
  'rule-broken/calendar-year-incomplete': {
    'zh-CN': { title: '放假安排不完整', detail: '元旦和国庆节应列为假日，缺少：{days}。' },
    en: {
      title: 'The arrangement is not complete',
      detail: 'New Year’s Day and National Day must be among the holidays; missing: {days}.',
    },
  },
  'rule-broken/calendar-year-both': {
    'zh-CN': { title: '日期重复', detail: '以下日期既列为假日又列为调休上班日：{days}。' },
    en: {
      title: 'Days both off and worked',
      detail: 'These days are among the holidays and the make-up days: {days}.',
    },
  },
  'rule-broken/calendar-year-weekday-worked': {
    'zh-CN': { title: '调休上班日应为周末', detail: '以下调休上班日不是星期六或星期日：{days}。' },
    en: { title: 'A make-up day is a weekend day', detail: 'These make-up days are no Saturday or Sunday: {days}.' },
  },
  'rule-broken/not-a-handling-unit': {
    'zh-CN': { title: '不能交办给该单位', detail: '请选择承办单位。' },
    en: { title: 'This unit does not handle requests', detail: 'Please choose a unit that does.' },
  },
};
