import { useEffect } from 'react';
import { useAnswer } from '../use-answer.js';
import { bookingRead } from '../../appointments.js';

/** How often a waiting citizen's place in the queue is read again. */
const QUEUE_EVERY_MS = 15_000;

/** A booking by its code; while its citizen waits in the hall it is read again by itself, as long as the page is seen. */
export function useBooking(code: string) {
  const booking = useAnswer(code, () => bookingRead(code));
  const { again } = booking;
  const isWaiting = booking.value?.state === 'arrived';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, QUEUE_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting, again]);
  return booking;
}

/** Path of a booking, and of what can be done with it. */
export const ownPath = (code: string, act?: 'move' | 'cancel' | 'rate'): string =>
  act === undefined ? `/b/${code}` : `/b/${code}/${act}`;
