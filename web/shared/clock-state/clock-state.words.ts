import { defineWords } from '../i18n/words.js';

export const clockStateWords = defineWords(
  {
    'state.running': '期限内',
    'state.near': '临近期限',
    'state.over': '已超期',
    'state.stopped': '停止计时',
    'state.done': '计时结束',
    'state.none': '未计时',
  },
  {
    'state.running': 'In time',
    'state.near': 'Near its limit',
    'state.over': 'Over its limit',
    'state.stopped': 'Clock stopped',
    'state.done': 'Clock ended',
    'state.none': 'No clock',
  },
);
