import { count, defineWords } from '../i18n/words.js';

export const limitWords = defineWords(
  {
    left: (v: { days: number; by: string }) => `还剩 ${v.days} 个工作日（${v.by} 前）`,
    today: (v: { by: string }) => `今天 ${v.by} 前`,
    by: (v: { by: string }) => `${v.by} 前`,
    over: (v: { days: number; by: string }) => `已超期 ${v.days} 个工作日（应于 ${v.by} 前）`,
    overToday: (v: { by: string }) => `已超期（应于 ${v.by} 前）`,
  },
  {
    left: (v) => `${count(v.days, 'working day')} left (by ${v.by})`,
    today: (v) => `today by ${v.by}`,
    by: (v) => `by ${v.by}`,
    over: (v) => `${count(v.days, 'working day')} over (was due ${v.by})`,
    overToday: (v) => `over (was due ${v.by})`,
  },
);
