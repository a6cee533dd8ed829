/**
 * The time of the office. Services ask this clock, never `Date.now()`, so that a demo or a test can live
 * through a week. Domain functions do not see it: they are given the instant.
 */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

/** The machine's own time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
