import { useEffect, useState } from 'react';
import { displayRead, type DisplayDto } from '../appointments.js';
import { ApiProblem } from '@shared/http/problem.js';

const READ_AGAIN_MS = 3_000;

interface Shown {
  display: DisplayDto | null;
  /** `lost`: the last numbers known are shown; `gone`: no such site. */
  state: 'open' | 'lost' | 'gone';
}

/** The numbers of a site's waiting room, read again every three seconds while the page is on a screen. */
export function useDisplay(siteId: string): Shown {
  const [shown, setShown] = useState<Shown>({ display: null, state: 'open' });
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      if (!over) timer = setTimeout(read, READ_AGAIN_MS);
    };
    const read = () => {
      displayRead(siteId)
        .then(
          (display) => setShown({ display, state: 'open' }),
          (error: unknown) => {
            const gone = error instanceof ApiProblem && error.status === 404;
            setShown((last) => ({ display: last.display, state: gone ? 'gone' : 'lost' }));
          },
        )
        .finally(again);
    };
    read();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [siteId]);
  return shown;
}
