import type { ProblemTexts } from '@app/common/http/problem.js';

/** The gateway's own problems, in both languages. */
export const GATEWAY_PROBLEMS: ProblemTexts = {
  'sign-in-refused': {
    'zh-CN': { title: '登录失败', detail: '用户名或密码不正确。' },
    en: { title: 'Sign-in refused', detail: 'The name or the password is not right.' },
  },
  'locked-out': {
    'zh-CN': { title: '登录已暂停', detail: '密码错误次数过多，请在 {retryAfterMinutes} 分钟后重试。' },
    en: {
      title: 'Sign-in is locked',
      detail: 'Too many wrong passwords. Please try again in {retryAfterMinutes} minutes.',
    },
  },
  'bad-signature': {
    'zh-CN': { title: '签名无效', detail: '该请求不是由短信运营商发出的。' },
    en: { title: 'The signature is not valid', detail: 'The request does not come from the message provider.' },
  },
};
