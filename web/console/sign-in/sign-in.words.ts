import { count, defineWords } from '@shared/i18n/words.js';

export const signInWords = defineWords(
  {
    suite: '阳光热线',
    title: '工作人员登录',
    expired: '登录已过期，请重新登录。刚才的页面和填写的内容都还在。',
    name: '用户名',
    password: '密码',
    submit: '登录',
    'fault.name': '请填写用户名',
    'fault.password': '请填写密码',
    locked: (v: { minutes: number; seconds: number }) =>
      `连续多次输错，账户暂时锁定。还要等 ${v.minutes > 0 ? `${v.minutes} 分 ` : ''}${v.seconds} 秒。`,
    unlocked: '锁定时间已过，可以再试。',
    help: '忘记密码请联系本单位管理员。连续输错会暂时锁定账户。',
  },
  {
    suite: 'Sunline',
    title: 'Staff sign-in',
    expired: 'Your session has expired. Sign in again: the page and what you typed are still there.',
    name: 'User name',
    password: 'Password',
    submit: 'Sign in',
    'fault.name': 'Enter your user name',
    'fault.password': 'Enter your password',
    locked: (v) =>
      `Too many wrong tries, the account is locked for now. Wait ${
        v.minutes > 0 ? `${count(v.minutes, 'minute')} ` : ''
      }${count(v.seconds, 'second')}.`,
    unlocked: 'The lock has ended; you can try again.',
    help: 'Forgotten the password? Ask your unit’s administrator. Repeated wrong tries lock the account for a while.',
  },
);
