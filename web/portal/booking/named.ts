import type { Language } from '@shared/i18n/language.js';

/** The name in the language now shown. */
export const nameOf = (row: { nameZh: string; nameEn: string }, language: Language): string =>
  language === 'en' ? row.nameEn : row.nameZh;
