import type { Arrivals } from './use-arrivals.js';

interface ArrivalsProps {
  arrivals: Arrivals;
  /** How many wait, in words. */
  text: string;
}

/** What has come in waits on top of the list until somebody asks to see it (look.md: nothing moves under the pointer). */
export function ArrivalsButton({ arrivals, text }: ArrivalsProps) {
  const waiting = arrivals.waiting > 0;
  return (
    <>
      {waiting ? (
        <button type="button" className="arrivals" onClick={arrivals.show}>
          {text}
        </button>
      ) : null}
      <span className="visually-hidden" role="status">
        {waiting ? text : ''}
      </span>
    </>
  );
}
