import type { REQUEST_SMS_TEMPLATES } from '@app/common/contracts/gateway.events.js';
import { SIGNED, type Wording } from './wording.js';

/**
 * What the dialogue that takes down a request asks and answers (interfaces.md §3). Nothing the citizen has written is
 * repeated. `timed`, given at all, says that the time is known.
 */
export const REQUEST_WORDINGS: Readonly<Record<(typeof REQUEST_SMS_TEMPLATES)[number], Wording>> = {
  ask_when: {
    zh: () => `${SIGNED}已记下。请问是什么时候的事？请回复时间，不清楚回复0。`,
    en: () => 'Noted. When did it happen? Answer in words, or 0 if unknown.',
  },
  ask_where: {
    zh: () => `${SIGNED}已记下。请问在什么地方？请写明乡镇（街道）、村（社区）或路名。`,
    en: () => 'Noted. Where is it? Name the town and the street or village.',
  },
  ask_what: {
    zh: () => `${SIGNED}已记下。请问是什么事？请用一两句话写明。`,
    en: () => 'Noted. What is it about? Please answer in a sentence or two.',
  },
  confirm_request: {
    zh: (v) => `${SIGNED}${v.optional('timed') && '时间、'}地点、事情已记下，是否提交：1提交 2修改 0放弃`,
    en: (v) =>
      `${v.optional('timed') ? 'When, where and what' : 'Where and what'} are noted. 1 send 2 change 0 drop it`,
  },
  change_request: {
    zh: () => `${SIGNED}要改哪一项：1事情 2地点 3时间 0不改`,
    en: () => 'Change which? 1 what 2 where 3 when 0 nothing',
  },
  resume_request: {
    zh: () => `${SIGNED}您有一条诉求尚未提交：1把这次的话补充进去 2作为新的诉求`,
    en: () => 'You have a request not sent yet. 1 add this to it 2 a new one',
  },
  request_dropped: {
    zh: () => `${SIGNED}已放弃，诉求没有提交。`,
    en: () => 'Sunline: dropped. Nothing was sent.',
  },
  request_idle: {
    zh: () => `${SIGNED}已超时，诉求尚未提交。请再发一条短信继续。`,
    en: () => 'That took too long and is not sent yet. Send a text to go on.',
  },
};
