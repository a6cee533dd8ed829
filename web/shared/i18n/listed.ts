import type { Language } from './language.js';

/** `甲、乙` / `A, B` */
export function listed(names: readonly string[], language: Language): string {
  return names.join(language === 'zh-CN' ? '、' : ', ');
}
