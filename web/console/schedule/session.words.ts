import { defineWords } from '@shared/i18n/words.js';

/** The sessions of an office day and the days of a week, wherever the console names them. */
export const sessionWords = defineWords(
  {
    'session.morning': '上午',
    'session.noon': '中午',
    'session.afternoon': '下午',
    'session.evening': '晚间',
    'weekday.1': '周一',
    'weekday.2': '周二',
    'weekday.3': '周三',
    'weekday.4': '周四',
    'weekday.5': '周五',
    'weekday.6': '周六',
    'weekday.7': '周日',
  },
  {
    'session.morning': 'Morning',
    'session.noon': 'Noon',
    'session.afternoon': 'Afternoon',
    'session.evening': 'Evening',
    'weekday.1': 'Monday',
    'weekday.2': 'Tuesday',
    'weekday.3': 'Wednesday',
    'weekday.4': 'Thursday',
    'weekday.5': 'Friday',
    'weekday.6': 'Saturday',
    'weekday.7': 'Sunday',
  },
);
