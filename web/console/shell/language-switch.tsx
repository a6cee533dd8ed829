import { setLanguage, type Language } from '@shared/i18n/language.js';
import { useLanguage } from '@shared/i18n/use-words.js';

/** Each language by its own name, so that whoever needs it can read it. */
const NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

/** Offers the other language. */
export function LanguageSwitch() {
  const shown = useLanguage();
  const other: Language = shown === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <button type="button" className="bare language-switch" lang={other} onClick={() => setLanguage(other)}>
      {NAMES[other]}
    </button>
  );
}
