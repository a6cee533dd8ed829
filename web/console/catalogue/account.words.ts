import { defineWords } from '@shared/i18n/words.js';

export const accountWords = defineWords(
  {
    account: '登录账号',
    'account.search': '查找登录账号',
    'account.hint': '输入姓名或登录名。本人没有账号的可不关联。',
    'account.find': '查找',
    'account.nobody': '没有符合的在用账号。',
    'account.none': '没有账号',
    'account.linked': '已关联账号',
    'account.line': (v: { displayName: string; name: string }) => `${v.displayName}（${v.name}）`,
  },
  {
    account: 'Account',
    'account.search': 'Look up the account',
    'account.hint': 'Type a name or sign-in name. Who has no account needs none.',
    'account.find': 'Search',
    'account.nobody': 'No account in use matches.',
    'account.none': 'No account',
    'account.linked': 'An account is linked',
    'account.line': (v) => `${v.displayName} (${v.name})`,
  },
);
