import type { HOTLINE_SMS_TEMPLATES } from '@app/common/contracts/gateway.events.js';
import { SIGNED, fitted, timeEn, timeZh, type Wording } from './wording.js';

/** About tickets. `number` and `code` as printed on the receipt; `state` a state of the ticket. */
export const HOTLINE_WORDINGS: Readonly<Record<(typeof HOTLINE_SMS_TEMPLATES)[number], Wording>> = {
  registered: {
    zh: (v) => `${SIGNED}已登记，编号${v('number')}，查询码${v('code')}，请妥善保存。`,
    en: (v) => `Sunline: request ${v('number')} registered. Query code ${v('code')}.`,
  },
  rating: {
    zh: (v) => `${SIGNED}${v('number')}已答复，请评价：回复 评1 至 评5，5为最满意。`,
    en: (v) => `Sunline: ${v('number')} answered. Rate it: RATE 1 to RATE 5 (best)`,
  },
  invitation: {
    zh: (v, zone) => fitted(`${SIGNED}${v('number')}请于${timeZh(v('time'), zone)}到`, v('place'), '面谈。'),
    en: (v, zone) => fitted(`${v('number')}: please meet us ${timeEn(v('time'), zone)}, `, v('place'), ''),
  },
  progress: {
    zh: (v) => fitted(`${SIGNED}${v('number')}：`, STATES_ZH[v('state')] ?? v('state'), '。'),
    en: (v) => fitted(`Sunline: ${v('number')} is `, STATES_EN[v('state')] ?? v('state'), '.'),
  },
  rated: {
    zh: (v) => `${SIGNED}${v('number')}的评价已收到，谢谢您。`,
    en: (v) => `Sunline: your rating of ${v('number')} has arrived. Thank you.`,
  },
  review_asked: {
    zh: (v) => `${SIGNED}${v('number')}的复议申请已收到，结果将短信告知您。`,
    en: (v) => `Sunline: a review of ${v('number')} is asked for. We will text you.`,
  },
  review_reason: {
    zh: () => `${SIGNED}申请复议请写明理由，例如“申诉 查询码 理由”。`,
    en: () => 'Sunline: say why, please: APPEAL, the code, your reason.',
  },
  review_not_open: {
    zh: (v) => `${SIGNED}${v('number')}现在不能申请复议。查进度请回复“查 查询码”。`,
    en: (v) => `${v('number')} cannot be reviewed now. STATUS and the code: see it.`,
  },
  review_upheld: {
    zh: (v) => `${SIGNED}${v('number')}经复议维持原处理，理由请凭查询码上网查看。`,
    en: (v) => `Sunline: review of ${v('number')}: upheld. The web page says why.`,
  },
  review_set_aside: {
    zh: (v) => `${SIGNED}${v('number')}经复议重新办理，请留意后续短信。`,
    en: (v) => `Sunline: review of ${v('number')}: it is being handled anew.`,
  },
  not_understood: {
    zh: () =>
      `${SIGNED}未能识别。反映问题请写明事情和地点；办事回复“预约”，查进度“查 编码”，评价“评5”，人工服务“人工”。`,
    en: () => 'Sorry? Write what and where. BOOK STATUS code RATE 1-5 AGENT EN/中文',
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
