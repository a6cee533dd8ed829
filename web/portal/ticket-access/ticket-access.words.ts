import { defineWords } from '@shared/i18n/words.js';
import { HOTLINE_PHONE } from '@shared/office.js';

export const ticketAccessWords = defineWords(
  {
    number: '编号',
    numberHint: '一串数字，在确认页和短信里，例如 260001237',
    code: '查询码',
    codeHint: '6 位字母和数字，不分大小写',
    open: '查询',
    numberMissing: '请填写编号',
    codeMissing: '请填写查询码',
    notOpened: '没有查到',
    lost: `编号或查询码丢了？请用提交时的电话拨打 ${HOTLINE_PHONE}。`,
    another: '查询另一件',
  },
  {
    number: 'Number',
    numberHint: 'A row of digits, on the confirmation page and in the text message, such as 260001237',
    code: 'Query code',
    codeHint: '6 letters and digits, capital or small',
    open: 'Look it up',
    numberMissing: 'Enter the number',
    codeMissing: 'Enter the query code',
    notOpened: 'Not found',
    lost: `Lost your number or code? Call ${HOTLINE_PHONE} from the telephone you gave.`,
    another: 'Look up another request',
  },
);
