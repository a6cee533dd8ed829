import { LANGUAGES, type Language } from '@app/common/contracts/request-kind.js';

export { LANGUAGES, type Language };

const STORED = 'sunline.language';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

/**
 * The language to begin with: the one asked for in the address (`?lang=en`, from a text message), else the one
 * chosen before, else English for a browser that asks for English, else Chinese.
 * @param search the query part of the address, with or without `?`
 * @param stored what was remembered, or null
 * @param preferred the browser's languages, most wanted first
 */
export function firstLanguage(search: string, stored: string | null, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  if (isLanguage(stored)) return stored;
  return preferred[0]?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

let current: Language = 'zh-CN';
const listeners = new Set<() => void>();

/** The language now shown. */
export const language = (): Language => current;

/** Shows the interface in a language, remembers it on this device and tells the browser (`<html lang>`). */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  remember(next);
  for (const listener of listeners) listener();
}

/** Called once when a bundle starts, before the first paint. */
export function startLanguage(): void {
  setLanguage(firstLanguage(location.search, remembered(), navigator.languages));
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// A browser that forbids storage still shows the page; it only forgets the choice.
function remember(next: Language): void {
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // nothing to do: the choice holds for this page
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
