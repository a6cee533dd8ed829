import { useMemo, useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from './language.js';
import { translator, type Phrases, type Translate, type Words } from './words.js';

/** The language now shown; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** `const t = useWords(ratingWords)`: the feature's words in the language now shown. */
export function useWords<Z extends Phrases>(words: Words<Z>): Translate<Z> {
  const shown = useLanguage();
  return useMemo(() => translator(words, shown), [words, shown]);
}
