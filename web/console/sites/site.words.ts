import { defineWords } from '@shared/i18n/words.js';

export const siteWords = defineWords(
  { site: '网点', 'site.choose': '请选择网点' },
  { site: 'Site', 'site.choose': 'Choose a site' },
);
