import { count, defineWords } from '../i18n/words.js';

export const limitWords = defineWords(
  {
    left: (v: { days: number }) => `还剩 ${v.days} 个工作日`,
    leftBy: (v: { by: string }) => `（${v.by} 前）`,
    today: (v: { by: string }) => `今天 ${v.by} 前`,
    by: (v: { by: string }) => `${v.by} 前`,
    over: (v: { days: number }) => `已超期 ${v.days} 个工作日`,
    overToday: '已超期',
    overBy: (v: { by: string }) => `（应于 ${v.by} 前）`,
  },
  {
    left: (v) => `${count(v.days, 'working day')} left`,
    leftBy: (v) => ` (by ${v.by})`,
    today: (v) => `today by ${v.by}`,
    by: (v) => `by ${v.by}`,
    over: (v) => `${count(v.days, 'working day')} over`,
    overToday: 'over',
    overBy: (v) => ` (was due ${v.by})`,
  },
);
