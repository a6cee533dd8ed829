import { count, defineWords } from '@shared/i18n/words.js';

export const limitsWords = defineWords(
  {
    title: '办理时限公示',
    lead: '期限按工作日计算，节假日不计，调休上班日计入；从转交承办单位之日的次日起算。',
    item: '事项',
    limit: '答复期限',
    days: (v: { days: number }) => `${v.days} 个工作日`,
    loading: '正在打开…',
    away: '事项列表暂时没有打开',
    home: '返回首页',
  },
  {
    title: 'How long things take',
    lead: 'Limits count working days: no holidays, but the weekend days worked in exchange. They start the day after the request is sent to its unit.',
    item: 'Subject',
    limit: 'Answer within',
    days: (v) => count(v.days, 'working day'),
    loading: 'Opening…',
    away: 'The list did not open',
    home: 'Home',
  },
);
