import { useSyncExternalStore } from 'react';

const STORED = 'sunline.elder';
const listeners = new Set<() => void>();

const isOn = () => document.documentElement.hasAttribute('data-elder');

/** 长辈版 (domain.md §5): bigger type, stronger contrast, fewer words; the tokens follow `<html data-elder>`. */
export function setElderMode(on: boolean): void {
  document.documentElement.toggleAttribute('data-elder', on);
  try {
    localStorage.setItem(STORED, on ? '1' : '0');
  } catch {
    // a browser that forbids storage forgets the choice with the page
  }
  for (const listener of listeners) listener();
}

/** Called once before the first paint. */
export function startElderMode(): void {
  try {
    document.documentElement.toggleAttribute('data-elder', localStorage.getItem(STORED) === '1');
  } catch {
    // as above
  }
}

export function useElderMode(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOn);
}
