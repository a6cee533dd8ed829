import type { DIALOGUE_SMS_TEMPLATES } from '@app/common/contracts/gateway.events.js';
import {
  SIGNED,
  answersOf,
  bothEnds,
  choice,
  clockTime,
  fitted,
  timeEn,
  timeZh,
  type Values,
  type Wording,
} from './wording.js';

/**
 * What a dialogue about bookings asks and answers (interfaces.md §3). `option1` … `option3` are what can be chosen,
 * `time1` … `time3` likewise as instants; `more`, given at all, says that 0 shows more; `hours` at most three digits.
 */
export const DIALOGUE_WORDINGS: Readonly<Record<(typeof DIALOGUE_SMS_TEMPLATES)[number], Wording>> = {
  choose_item: {
    zh: (v) => choice(`${SIGNED}选事项${moreZh(v) && '（或回复“预约 名称”）'}：`, answersOf(v, 'option'), moreZh(v)),
    en: (v) => choice('Service: ', answersOf(v, 'option'), moreEn(v), bothEnds),
  },
  choose_site: {
    zh: (v) => choice(`${SIGNED}选地点：`, answersOf(v, 'option'), moreZh(v)),
    en: (v) => choice('Place: ', answersOf(v, 'option'), moreEn(v)),
  },
  choose_time: {
    zh: (v, zone) => choice(`${SIGNED}选时间：`, timesZh(v, zone), moreZh(v)),
    en: (v, zone) => choice('Time: ', timesEn(v, zone), moreEn(v)),
  },
  choose_time_again: {
    zh: (v, zone) => choice(`${SIGNED}该时间已约满，另选：`, timesZh(v, zone), moreZh(v)),
    en: (v, zone) => choice('Just taken. ', timesEn(v, zone), moreEn(v)),
  },
  confirm_booking: {
    zh: (v, zone) => fitted(`${SIGNED}预约${timeZh(v('time'), zone)}，`, v('place'), '：1确认 2换时间'),
    en: (v, zone) => fitted(`Book ${timeEn(v('time'), zone)}, `, v('place'), '? 1 yes 2 other time'),
  },
  confirm_move: {
    zh: (v, zone) => `${SIGNED}${v('code')}改到${timeZh(v('time'), zone)}：1确认 2换时间`,
    en: (v, zone) => `Move ${v('code')} to ${timeEn(v('time'), zone)}? 1 yes 2 other time`,
  },
  confirm_drop: {
    zh: (v, zone) => `${SIGNED}取消${timeZh(v('time'), zone)}的预约${v('code')}：1取消 2保留`,
    en: (v, zone) => `Cancel ${v('code')}, ${timeEn(v('time'), zone)}? 1 cancel it 2 keep it`,
  },
  resume_booking: {
    zh: () => `${SIGNED}您有一个未完成的预约：1继续 2重新开始`,
    en: () => 'You have an unfinished booking. 1 go on 2 start again',
  },
  booking_kept: {
    zh: (v) => `${SIGNED}预约${v('code')}保持不变。`,
    en: (v) => `Sunline: booking ${v('code')} stays as it is.`,
  },
  booking_status: {
    zh: (v, zone) =>
      `${SIGNED}预约${v('code')}：${timeZh(v('time'), zone)}，${wordFor(BOOKING_STATES, v('state'), 'zh')}。`,
    en: (v, zone) =>
      `Sunline: ${v('code')}, ${timeEn(v('time'), zone)}, is ${wordFor(BOOKING_STATES, v('state'), 'en')}.`,
  },
  waitlist_status: {
    zh: (v, zone) => {
      const code = `${SIGNED}候补${v('code')}：`;
      if (v('state') !== 'offered')
        return `${code}${wordFor(WAITLIST_STATES, v('state'), 'zh')}${v.optional('booking')}。`;
      const until = clockTime(v('until'), zone);
      return `${code}${timeZh(v('time'), zone)}有位，${until}前回复“预约 ${v('booking')}”。`;
    },
    en: (v, zone) => {
      const code = v('code');
      if (v('state') !== 'offered') {
        const booking = v.optional('booking');
        return `Sunline: ${code} ${wordFor(WAITLIST_STATES, v('state'), 'en')}${booking && ` ${booking}`}.`;
      }
      const until = clockTime(v('until'), zone);
      return `${code}: ${timeEn(v('time'), zone)} free. By ${until} send BOOK ${v('booking')}`;
    },
  },
  contact_status: {
    zh: (v, zone) => `${SIGNED}申请${v('code')}：${contactZh(v, zone)}。`,
    en: (v, zone) => `${v('code')}: ${contactEn(v, zone)}.`,
  },
  booking_unknown: {
    zh: () => `${SIGNED}本手机号没有此预约，请核对预约码。新预约请回复“预约”。`,
    en: () => 'This phone has no such booking: check the code. BOOK: a new one.',
  },
  code_needed: {
    zh: () => `${SIGNED}您有多个预约，请写明预约码，例如“改期 预约码”“取消预约 预约码”。`,
    en: () => 'You have several bookings: MOVE or DROP with the code, please.',
  },
  booking_fixed: {
    zh: (v) => `${SIGNED}预约${v('code')}已不能更改，如需帮助请回复“人工”。`,
    en: (v) => `${v('code')} can no longer be changed. AGENT: we call you.`,
  },
  booking_exists: {
    zh: () => `${SIGNED}您当天已约过此事项，每日限约一次。`,
    en: () => 'You have this service booked for that day already: one a day.',
  },
  booking_blocked: {
    zh: () => `${SIGNED}因多次预约未到，暂不能自助预约。请回复“人工”，由我们代为预约。`,
    en: () => 'Booking is closed after missed visits. AGENT: we call and book it.',
  },
  booking_refused: {
    zh: () => `${SIGNED}此预约无法办理，如需帮助请回复“人工”。`,
    en: () => 'This cannot be booked. AGENT: we call you.',
  },
  no_such_item: {
    zh: () => `${SIGNED}没有找到此事项。回复“预约”看全部，或“人工”由我们致电。`,
    en: () => 'No such service. BOOK: see all of them. AGENT: we call you.',
  },
  no_free_time: {
    zh: () => `${SIGNED}此处近期约满。回复“预约”另选地点，或“人工”由我们致电。`,
    en: () => 'No free time here for now. BOOK: another place. AGENT: we call.',
  },
  no_other_time: {
    zh: (v) => `${SIGNED}此处近期没有其他时间，预约${v('code')}未改动。可过几天再改期，换地点请回复“人工”。`,
    en: (v) => `${v('code')} not moved: no other time here. Try later. AGENT: elsewhere.`,
  },
  dialogue_idle: {
    zh: () => `${SIGNED}已超时。回复“预约”可继续上次的预约。`,
    en: () => 'That took too long. Send BOOK to go on where you were.',
  },
  language_set: {
    zh: () => `${SIGNED}已改用中文。英文请回复“EN”。`,
    en: () => 'Sunline: English from now on. For Chinese send 中文.',
  },
  callback_arranged: {
    zh: (v) => `${SIGNED}已转人工，工作人员将在${v('hours')}小时内致电给您。`,
    en: (v) => `Sunline: a member of staff will call you within ${v('hours')} hours.`,
  },
};

function timesZh(values: Values, timeZone: string): string[] {
  return answersOf(values, 'time').map((instant) => timeZh(instant, timeZone));
}

function timesEn(values: Values, timeZone: string): string[] {
  return answersOf(values, 'time').map((instant) => timeEn(instant, timeZone));
}

function moreZh(values: Values): string {
  return values.optional('more') === '' ? '' : '0)更多';
}

function moreEn(values: Values): string {
  return values.optional('more') === '' ? '' : '0)more';
}

/** In words, Chinese and English; a state that is not listed is shown as it was given. */
type StateWords = Readonly<Record<string, readonly [zh: string, en: string]>>;

const BOOKING_STATES: StateWords = {
  held: ['待确认', 'not confirmed'],
  confirmed: ['已预约', 'booked'],
  arrived: ['已到场', 'checked in'],
  served: ['已办理', 'served'],
  missed: ['未到场', 'missed'],
  unserved: ['未能办理', 'not served'],
  cancelled: ['已取消', 'cancelled'],
  expired: ['已失效', 'expired'],
};
/** Behind the code; `taken` before the booking's. */
const WAITLIST_STATES: StateWords = {
  waiting: ['正在候补，有空位时通知您', 'is on the waiting list'],
  taken: ['已转为预约', 'has become booking'],
  withdrawn: ['已退出', 'was withdrawn'],
  over: ['已结束', 'is over'],
};
/** A request to be contacted, where no time needs to be said. */
const CONTACT_STATES: StateWords = {
  overdue: ['未能按时联系您，抱歉，我们会尽快致电', 'sorry, we are late, and call you soon'],
  contacted: ['已与您联系', 'we have talked to you'],
  served: ['已办理', 'served'],
  withdrawn: ['已撤回', 'withdrawn'],
};

function contactZh(values: Values, timeZone: string): string {
  const state = values('state');
  if (state === 'requested') return `工作人员将在${timeZh(values('until'), timeZone)}前致电给您`;
  if (isAgreed(state)) return `已约定${timeZh(values('time'), timeZone)}办理`;
  return wordFor(CONTACT_STATES, state, 'zh');
}

function contactEn(values: Values, timeZone: string): string {
  const state = values('state');
  if (state === 'requested') return `we call you by ${timeEn(values('until'), timeZone)}`;
  if (isAgreed(state)) return `agreed for ${timeEn(values('time'), timeZone)}`;
  return wordFor(CONTACT_STATES, state, 'en');
}

function isAgreed(state: string): boolean {
  return state === 'agreed' || state === 'arranged';
}

function wordFor(states: StateWords, state: string, language: 'zh' | 'en'): string {
  return states[state]?.[language === 'zh' ? 0 : 1] ?? state;
}
