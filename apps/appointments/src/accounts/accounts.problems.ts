import type { ProblemTexts } from '@app/common/http/problem.js';

export const ACCOUNTS_PROBLEMS: ProblemTexts = {
  'rule-broken/no-such-account': {
    'zh-CN': { title: '没有这个登录账号', detail: '该账号不存在或已停用，请另选账号。' },
    en: { title: 'There is no such account', detail: 'It does not exist or is out of use. Choose another one.' },
  },
  'rule-broken/account-without-role': {
    'zh-CN': { title: '该账号没有相应岗位', detail: '请选择具有法律志愿者岗位的账号。' },
    en: { title: 'The account does not have the role', detail: 'Choose an account of a legal volunteer.' },
  },
};
