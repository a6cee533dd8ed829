import { defineWords } from '@shared/i18n/words.js';

export const displayWords = defineWords(
  {
    title: '候办叫号',
    called: '请到窗口',
    number: '号码',
    window: '窗口',
    none: '还没有叫号',
    next: '即将叫到',
    waiting: (v: { count: number }) => `${v.count} 人等候`,
    asOf: (v: { at: string }) => `${v.at} 更新`,
    lost: '网络中断，正在重新连接。请留意窗口叫号。',
    gone: '没有这个网点',
  },
  {
    title: 'Now serving',
    called: 'Please go to',
    number: 'Number',
    window: 'Window',
    none: 'No number has been called yet',
    next: 'Coming up',
    waiting: (v) => `${v.count} waiting`,
    asOf: (v) => `As of ${v.at}`,
    lost: 'The connection is lost and being restored. Please listen for your number.',
    gone: 'There is no such site',
  },
);
