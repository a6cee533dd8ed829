import type { Language } from './language.js';

const CHINESE = /\p{Script=Han}/u;
const LETTERS = /[a-z]/i;

/**
 * The language of a text people wrote – a request, a reply, an address –, for the `lang` of its element: without it an
 * English voice spells Chinese out, or is silent.
 * @returns nothing where the text, such as a number, is in none
 */
export function writtenIn(text: string | null): Language | undefined {
  if (text === null) return undefined;
  if (CHINESE.test(text)) return 'zh-CN';
  return LETTERS.test(text) ? 'en' : undefined;
}
