import { defineWords } from '@shared/i18n/words.js';

export const scoreFormWords = defineWords(
  {
    scoreMissing: '请选择一项评价',
    comment: '您想说的话',
    send: '提交评价',
  },
  {
    scoreMissing: 'Choose one of the answers',
    comment: 'Anything you want to say',
    send: 'Send the rating',
  },
);
