import { useEffect, useState } from 'react';
import { calendarInForceRead, type CalendarInForceDto } from '../hotline.js';

/**
 * The office's calendar and time, read once a page; null until then, and where it cannot be had: a limit then is said by
 * its date alone.
 */
export function useOfficeCalendar(): CalendarInForceDto | null {
  const [inForce, setInForce] = useState<CalendarInForceDto | null>(null);
  useEffect(() => {
    // What failed is not worth a word: the page says the date, and everything else on it stands.
    calendarInForceRead().then(setInForce, () => setInForce(null));
  }, []);
  return inForce;
}
