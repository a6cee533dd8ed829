import type { ProblemTexts } from '@app/common/http/problem.js';

export const VOLUNTEER_CONTACTS_PROBLEMS: ProblemTexts = {
  'rule-broken/phone-without-text-messages': {
    'zh-CN': { title: '该号码收不到短信', detail: '请填写志愿者的手机号码。' },
    en: { title: 'That number receives no text messages', detail: 'Enter the volunteer’s mobile number.' },
  },
};
