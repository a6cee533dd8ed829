import type { SmsTemplate } from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';

/** One part of a text message holds 70 characters as soon as one of them is Chinese (interfaces.md §3). */
export const PART_LENGTH = 70;

/** The longest values a template is made for, in UTF-16 units. */
export const LONGEST = { number: 16, code: 10, state: 12 } as const;

/** A template's value was not given: whoever asked for the message has a bug. */
export class TemplateValueMissing extends Error {
  constructor(template: SmsTemplate, value: string) {
    super(`The text message “${template}” needs the value “${value}”`);
    this.name = 'TemplateValueMissing';
  }
}

/** Gives a value of the request; throws when it is missing. */
type Values = (name: string) => string;

interface Wording {
  readonly zh: (values: Values, timeZone: string) => string;
  readonly en: (values: Values, timeZone: string) => string;
}

/**
 * Neutral, all of them: whoever looks over the citizen's shoulder learns that there is a request, never what it is
 * about. `number` and `code` as printed on the receipt; `time` an instant in ISO 8601; `place` is shortened to fit;
 * `state` a state of the ticket.
 */
const WORDINGS: Readonly<Record<SmsTemplate, Wording>> = {
  registered: {
    zh: (v) => `【阳光热线】已登记，编号${v('number')}，查询码${v('code')}，请妥善保存。`,
    en: (v) => `Sunline: request ${v('number')} registered. Query code ${v('code')}.`,
  },
  rating: {
    zh: (v) => `【阳光热线】${v('number')}已答复，请评价：回复 评1 至 评5，5为最满意。`,
    en: (v) => `Sunline: ${v('number')} answered. Rate it: RATE 1 to RATE 5 (best)`,
  },
  invitation: {
    zh: (v, zone) => fitted(`【阳光热线】${v('number')}请于${timeZh(v('time'), zone)}到`, v('place'), '面谈。'),
    en: (v, zone) => fitted(`${v('number')}: please meet us ${timeEn(v('time'), zone)}, `, v('place'), ''),
  },
  progress: {
    zh: (v) => fitted(`【阳光热线】${v('number')}：`, STATES_ZH[v('state')] ?? v('state'), '。'),
    en: (v) => fitted(`Sunline: ${v('number')} is `, STATES_EN[v('state')] ?? v('state'), '.'),
  },
  rated: {
    zh: (v) => `【阳光热线】${v('number')}的评价已收到，谢谢您。`,
    en: (v) => `Sunline: your rating of ${v('number')} has arrived. Thank you.`,
  },
  not_understood: {
    zh: () => '【阳光热线】未能识别。查进度回复“查 查询码”，评价回复“评5”，人工服务回复“人工”。',
    en: () => 'Sorry? STATUS code: progress. RATE 1-5: rate. AGENT: call me back.',
  },
};

/** States of a ticket in words (domain.md §2); one that is not listed is shown as it was given. */
const STATES_ZH: Readonly<Record<string, string>> = {
  registered: '已登记，待交办',
  answered: '已当场答复',
  dispatched: '已交承办单位',
  accepted: '承办单位已受理',
  in_progress: '办理中',
  awaiting_material: '待您补充材料',
  returned: '已退回，重新交办',
  replied: '已答复，请您评价',
  callback: '已答复，请您评价',
  dissatisfied: '将约您面谈',
  in_interview: '约谈办理中',
  refused: '不予受理',
  withdrawn: '已撤回',
  closed: '已办结',
  reopened: '已重新办理',
};
const STATES_EN: Readonly<Record<string, string>> = {
  registered: 'registered, waiting for a unit',
  answered: 'answered on the spot',
  dispatched: 'sent to a unit',
  accepted: 'accepted by the unit',
  in_progress: 'in progress',
  awaiting_material: 'waiting for your documents',
  returned: 'returned, going to another unit',
  replied: 'answered, please rate',
  callback: 'answered, please rate',
  dissatisfied: 'going to be talked over with you',
  in_interview: 'in a follow-up talk',
  refused: 'not accepted',
  withdrawn: 'withdrawn',
  closed: 'closed',
  reopened: 'reopened',
};

/**
 * The text of a message.
 * @param values the template's values by name
 * @param timeZone of the office, such as Asia/Shanghai
 * @throws TemplateValueMissing
 */
export function render(
  template: SmsTemplate,
  language: Language,
  values: Readonly<Record<string, unknown>>,
  timeZone: string,
): string {
  const value: Values = (name) => {
    const given = values[name];
    if (typeof given !== 'string' || given.trim() === '') throw new TemplateValueMissing(template, name);
    return given.trim();
  };
  const wording = WORDINGS[template];
  return language === 'en' ? wording.en(value, timeZone) : wording.zh(value, timeZone);
}

/** Before, middle and after in one part, the middle shortened when it has to be. */
function fitted(before: string, middle: string, after: string): string {
  const room = PART_LENGTH - before.length - after.length;
  if (middle.length <= room) return before + middle + after;
  return `${before}${cut(middle, Math.max(0, room - 1))}…${after}`;
}

/** At most `length` UTF-16 units, no character torn in two. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end;
}

function timeZh(instant: string, timeZone: string): string {
  const at = parts(instant, 'zh-CN', 'numeric', timeZone);
  return at ? `${at.month}月${at.day}日${at.hour}:${at.minute}` : instant;
}

function timeEn(instant: string, timeZone: string): string {
  const at = parts(instant, 'en-GB', 'short', timeZone);
  return at ? `${at.day} ${at.month} ${at.hour}:${at.minute}` : instant;
}

function parts(
  instant: string,
  locale: string,
  month: 'numeric' | 'short',
  timeZone: string,
): Record<'month' | 'day' | 'hour' | 'minute', string> | null {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    month,
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  const { month: m = '', day = '', hour = '', minute = '' } = found;
  return { month: m.replace('月', ''), day: day.replace('日', ''), hour, minute };
}
