import { defineWords } from '@shared/i18n/words.js';

/** When, where, and with which code. */
export const visitWords = defineWords(
  {
    code: '预约码',
    when: '时间',
    where: '地点',
    visit: '上门',
    visitBy: (v: { site: string }) => `由${v.site}上门办理`,
    howToGo: '怎么去',
    calendar: '加入手机日历',
    ask: '有疑问，请报预约码拨打',
  },
  {
    code: 'Booking code',
    when: 'When',
    where: 'Where',
    visit: 'Home visit',
    visitBy: (v) => `From ${v.site} to your home`,
    howToGo: 'How to get there',
    calendar: 'Add to your calendar',
    ask: 'Questions? Have your code ready and call',
  },
);
