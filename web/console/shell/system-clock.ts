import { useSyncExternalStore } from 'react';

let offsetMs = 0;
let minute = new Date();
const listeners = new Set<() => void>();

/** Takes the services' time as the time: a browser's own clock may be wrong, and a demo lives in another week. */
export function setSystemTime(now: Date): void {
  offsetMs = now.getTime() - Date.now();
  tick();
}

/** What the suite's clock showed when the browser's showed `browserMs`. */
export function suiteTime(browserMs: number): Date {
  return new Date(browserMs + offsetMs);
}

function tick(): void {
  minute = suiteTime(Date.now());
  for (const listener of listeners) listener();
}

let timer: ReturnType<typeof setInterval> | undefined;

/** The suite's time, renewed every half minute. */
export function useNow(): Date {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      timer ??= setInterval(tick, 30_000);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    () => minute,
  );
}
