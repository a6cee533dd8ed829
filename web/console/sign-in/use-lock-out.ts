import { useEffect, useState } from 'react';

const A_MINUTE = 60;

/**
 * A lock-out counted down on the screen. What is announced to a screen reader changes once a minute: the seconds are
 * for the eye alone.
 */
export function useLockOut() {
  const [until, setUntil] = useState<number | null>(null);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  return {
    /** Seconds left; 0 when there is no lock. */
    left,
    /** Minutes left, begun ones counted whole. */
    minutes: Math.ceil(left / A_MINUTE),
    /** There was a lock, and it is over. */
    ended: until !== null && left === 0,
    start: (seconds: number) => {
      setNow(Date.now());
      setUntil(Date.now() + seconds * 1000);
    },
  };
}
