import { defineWords } from '@shared/i18n/words.js';

export const formWords = defineWords(
  {
    summary: (v: { count: number }) => `请改正以下 ${v.count} 处，再继续`,
    optional: '（可不填）',
    error: '错误：',
    notSent: '没有提交成功',
    sending: '正在提交，请稍候…',
  },
  {
    summary: (v) =>
      v.count === 1 ? 'Please correct one thing before you go on' : `Please correct ${v.count} things before you go on`,
    optional: ' (optional)',
    error: 'Error: ',
    notSent: 'That was not sent',
    sending: 'Sending, please wait…',
  },
);
