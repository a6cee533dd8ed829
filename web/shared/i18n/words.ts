import type { Language } from './language.js';

/** A text, or a function of its values where a number or a name goes in. */
export type Phrase = string | ((values: never) => string);
export type Phrases = Readonly<Record<string, Phrase>>;

/** The same keys with the same values, in another language. */
export type Translated<Z extends Phrases> = {
  readonly [K in keyof Z]: Z[K] extends (values: infer V) => string ? (values: V) => string : string;
};

/** The words of one feature: the Chinese original and its English. */
export type Words<Z extends Phrases> = { readonly 'zh-CN': Z; readonly en: Translated<Z> };

/** `t('key')`, or `t('key', { values })` where the phrase takes some. */
export type Translate<Z extends Phrases> = <K extends keyof Z & string>(
  key: K,
  ...values: Z[K] extends (values: infer V) => string ? [V] : []
) => string;

/**
 * Defines the words of a feature, in a file `<feature>.words.ts` beside it. An English text that is missing, or has
 * no Chinese, does not compile; `words.spec.ts` also finds the ones nobody uses.
 */
export function defineWords<const Z extends Phrases>(zh: Z, en: Translated<Z>): Words<Z> {
  return { 'zh-CN': zh, en };
}

/** The translate function of a feature's words in a language, for use outside React; inside, `useWords`. */
export function translator<Z extends Phrases>(words: Words<Z>, language: Language): Translate<Z> {
  const phrases: Phrases = words[language];
  return (key, ...values) => {
    const phrase = phrases[key];
    if (typeof phrase === 'string') return phrase;
    return takesValues(phrase) ? phrase(values[0]) : key;
  };
}

// What a phrase takes is checked where `t` is called; here its values are only handed through.
function takesValues(phrase: Phrase | undefined): phrase is (values: unknown) => string {
  return typeof phrase === 'function';
}

/** English plural: `count(2, 'working day')` → `2 working days`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
