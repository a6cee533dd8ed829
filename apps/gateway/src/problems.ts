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
  'rule-broken/new-password-needed': {
    'zh-CN': { title: '请设置新密码', detail: '初始密码只能使用一次，请设置您自己的密码后登录。' },
    en: {
      title: 'Choose a password of your own',
      detail: 'A one-time password opens nothing until you have chosen another.',
    },
  },
  'rule-broken/one-time-password-over': {
    'zh-CN': { title: '初始密码已过期', detail: '请联系管理员重新获取初始密码。' },
    en: { title: 'The one-time password has expired', detail: 'Please ask your administrator for a new one.' },
  },
  'rule-broken/password-not-new': {
    'zh-CN': { title: '新密码与原密码相同', detail: '请设置不同的密码。' },
    en: { title: 'That is the same password', detail: 'Please choose a different one.' },
  },
  'rule-broken/password-too-easy': {
    'zh-CN': { title: '新密码过于简单', detail: '请不要主要使用用户名，也不要只用几个相同的字符。' },
    en: {
      title: 'That password is too easy',
      detail: 'Please use more than your user name or a few repeated characters.',
    },
  },
  'sign-in-name-taken': {
    'zh-CN': { title: '用户名已被使用', detail: '已有用户名为 {name} 的账户。' },
    en: { title: 'The user name is taken', detail: 'There is an account named {name} already.' },
  },
  'unit-code-taken': {
    'zh-CN': { title: '单位代码已被使用', detail: '已有代码为 {code} 的单位。' },
    en: { title: 'The unit code is taken', detail: 'There is a unit with the code {code} already.' },
  },
  'rule-broken/unit-unknown': {
    'zh-CN': { title: '没有这个单位', detail: '该单位不存在或已停用。' },
    en: { title: 'There is no such unit', detail: 'It does not exist or is out of use.' },
  },
  'rule-broken/unit-has-staff': {
    'zh-CN': { title: '该单位仍有在用账户', detail: '请先停用该单位人员的账户。' },
    en: { title: 'People of the unit may still sign in', detail: 'Please take their accounts out of use first.' },
  },
  'rule-broken/own-account': {
    'zh-CN': { title: '不能停用自己的账户', detail: '请由另一位管理员操作。' },
    en: { title: 'You cannot take your own account out of use', detail: 'Please ask another administrator.' },
  },
  'rule-broken/own-role': {
    'zh-CN': { title: '不能取消自己的管理员岗位', detail: '请由另一位管理员操作。' },
    en: {
      title: 'You cannot take the administrator’s role from yourself',
      detail: 'Please ask another administrator.',
    },
  },
  'bad-signature': {
    'zh-CN': { title: '签名无效', detail: '该请求不是由短信运营商发出的。' },
    en: { title: 'The signature is not valid', detail: 'The request does not come from the message provider.' },
  },
};
