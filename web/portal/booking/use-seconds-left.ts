import { useEffect, useState } from 'react';
import { secondsLeft } from './hold-clock.js';
import { serviceNow } from './service-clock.js';

/**
 * Seconds a time is still kept, counted by the service's clock.
 * @param behindMs how far this phone's clock was behind the service's when the hold was made
 */
export function useSecondsLeft(heldUntil: string, behindMs: number): number {
  const count = () => secondsLeft(heldUntil, serviceNow(behindMs));
  const [seconds, setSeconds] = useState(count);
  useEffect(() => {
    setSeconds(count());
    const timer = setInterval(() => setSeconds(count()), 1000);
    return () => clearInterval(timer);
    // `count` is made of the two values named here.
  }, [heldUntil, behindMs]);
  return seconds;
}
