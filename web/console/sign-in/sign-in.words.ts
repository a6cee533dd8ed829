import { count, defineWords } from '@shared/i18n/words.js';

export const signInWords = defineWords(
  {
    suite: '阳光热线',
    title: '工作人员登录',
    expired: '登录已过期，请重新登录。刚才的页面和填写的内容都还在。',
    name: '用户名',
    password: '密码',
    submit: '登录',
    'own.why': '初始密码只能使用一次。请设置您自己的密码，设置后直接登录。',
    own: '新密码',
    'own.hint': '至少 12 个字符，不要以用户名为主',
    'own.again': '再输入一次新密码',
    'own.submit': '设置密码并登录',
    'fault.name': '请填写用户名',
    'fault.password': '请填写密码',
    'fault.own': '新密码至少 12 个字符',
    'fault.again': '两次输入的新密码不一致',
    locked: (v: { minutes: number; seconds: number }) =>
      `连续多次输错，账户暂时锁定。还要等 ${v.minutes > 0 ? `${v.minutes} 分 ` : ''}${v.seconds} 秒。`,
    'locked.minutes': (v: { minutes: number }) => `连续多次输错，账户暂时锁定。还要等约 ${v.minutes} 分钟。`,
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
    'own.why': 'A one-time password opens nothing by itself. Choose a password of your own; you are signed in with it.',
    own: 'New password',
    'own.hint': 'At least 12 characters, more than your user name',
    'own.again': 'New password once more',
    'own.submit': 'Set the password and sign in',
    'fault.name': 'Enter your user name',
    'fault.password': 'Enter your password',
    'fault.own': 'Enter a new password of at least 12 characters',
    'fault.again': 'The two new passwords are not the same',
    locked: (v) =>
      `Too many wrong tries, the account is locked for now. Wait ${
        v.minutes > 0 ? `${count(v.minutes, 'minute')} ` : ''
      }${count(v.seconds, 'second')}.`,
    'locked.minutes': (v) =>
      `Too many wrong tries, the account is locked for now. Wait about ${count(v.minutes, 'minute')}.`,
    unlocked: 'The lock has ended; you can try again.',
    help: 'Forgotten the password? Ask your unit’s administrator. Repeated wrong tries lock the account for a while.',
  },
);
