import type { BOOKING_SMS_TEMPLATES } from '@app/common/contracts/gateway.events.js';
import { SIGNED, clockTime, fitted, timeEn, timeZh, type Values, type Wording } from './wording.js';

/**
 * About bookings. `time`, `from` and `until` are instants in ISO 8601, `until` still on the day of the message. `visit`,
 * given at all, says that the office comes to the citizen; else there is a `place`.
 */
export const BOOKING_WORDINGS: Readonly<Record<(typeof BOOKING_SMS_TEMPLATES)[number], Wording>> = {
  booking_confirmed: {
    zh: (v, zone) =>
      fitted(`${SIGNED}已预约${timeZh(v('time'), zone)}，`, placeZh(v), `，预约码${v('code')}，请备齐材料。`),
    en: (v, zone) => fitted(`Sunline: booked ${timeEn(v('time'), zone)}, `, placeEn(v), `. Code ${v('code')}.`),
  },
  booking_moved: {
    zh: (v, zone) => fitted(`${SIGNED}预约${v('code')}已改到${timeZh(v('time'), zone)}，`, placeZh(v), '。'),
    en: (v, zone) => fitted(`Sunline: ${v('code')} moved to ${timeEn(v('time'), zone)}, `, placeEn(v), '.'),
  },
  booking_cancelled: {
    zh: (v) => `${SIGNED}预约${v('code')}已取消。再次预约请回复“预约”。`,
    en: (v) => `Sunline: booking ${v('code')} is cancelled. BOOK: a new one.`,
  },
  booking_reminder: {
    zh: (v, zone) => fitted(`${SIGNED}提醒您：${timeZh(v('time'), zone)}，`, placeZh(v), `，预约码${v('code')}。`),
    en: (v, zone) => fitted(`Reminder: ${timeEn(v('time'), zone)}, `, placeEn(v), `. Code ${v('code')}.`),
  },
  booking_offer: {
    zh: (v, zone) =>
      fitted(
        `${SIGNED}候补有位：${timeZh(v('time'), zone)}，`,
        placeZh(v),
        `。${clockTime(v('until'), zone)}前回复“预约 ${v('code')}”。`,
      ),
    en: (v, zone) =>
      fitted(
        `Free: ${timeEn(v('time'), zone)}, `,
        placeEn(v),
        `. By ${clockTime(v('until'), zone)} send BOOK ${v('code')}`,
      ),
  },
  booking_closed: {
    zh: (v, zone) => `${SIGNED}抱歉，${timeZh(v('time'), zone)}暂停服务，请回复“改期 ${v('code')}”另选时间。`,
    en: (v, zone) => `Sorry, we must close ${timeEn(v('time'), zone)}. Send MOVE ${v('code')}`,
  },
  booking_open_again: {
    zh: (v, zone) => `${SIGNED}${timeZh(v('time'), zone)}恢复服务，您的预约${v('code')}照常有效，无需改期。`,
    en: (v, zone) => `Open again ${timeEn(v('time'), zone)}: your booking ${v('code')} stands as it was.`,
  },
  booking_rating: {
    zh: (v) => `${SIGNED}${v('code')}已办理，请评价：回复 评1 至 评5，5为最满意。`,
    en: (v) => `Sunline: ${v('code')} served. Rate it: RATE 1 to RATE 5 (best)`,
  },
  booking_rated: {
    zh: (v) => `${SIGNED}${v('code')}的评价已收到，谢谢您。`,
    en: (v) => `Sunline: your rating of ${v('code')} has arrived. Thank you.`,
  },
  contact_agreed: {
    zh: (v, zone) => fitted(`${SIGNED}已与您约定${timeZh(v('time'), zone)}到`, v('place'), '办理，请准时。'),
    en: (v, zone) => fitted(`Sunline: agreed with you: ${timeEn(v('time'), zone)}, `, v('place'), '.'),
  },
  talk_booked: {
    zh: (v, zone) => `${SIGNED}请您作为志愿者参加${timeZh(v('time'), zone)}的约谈，详情请登录查看。`,
    en: (v, zone) => `Sunline: please join a talk on ${timeEn(v('time'), zone)}. Sign in for more.`,
  },
  talk_moved: {
    zh: (v, zone) => `${SIGNED}您参加的约谈由${timeZh(v('from'), zone)}改到${timeZh(v('time'), zone)}，请准时到场。`,
    en: (v, zone) => `Sunline: your talk of ${timeEn(v('from'), zone)} is moved to ${timeEn(v('time'), zone)}.`,
  },
  talk_cancelled: {
    zh: (v, zone) => `${SIGNED}${timeZh(v('time'), zone)}的约谈您不必参加了，谢谢。`,
    en: (v, zone) => `Sunline: you are not needed at the talk of ${timeEn(v('time'), zone)}.`,
  },
};

function placeZh(values: Values): string {
  return values.optional('visit') === '' ? values('place') : '上门服务';
}

function placeEn(values: Values): string {
  return values.optional('visit') === '' ? values('place') : 'at your home';
}
