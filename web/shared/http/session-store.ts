import type { KeyStore } from './idempotency-key.js';

/**
 * `sessionStorage`, or the page's own memory in a browser that forbids it: what is typed lives as long as the tab,
 * and no longer – a phone handed on does not tell who wrote what.
 */
export function sessionStore(): KeyStore {
  try {
    sessionStorage.setItem('sunline.probe', '1');
    sessionStorage.removeItem('sunline.probe');
    return sessionStorage;
  } catch {
    return memory;
  }
}

const kept = new Map<string, string>();
const memory: KeyStore = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
};
