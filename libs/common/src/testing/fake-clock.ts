import { Clock } from '../time/clock.js';

/** A clock that stands still until the test moves it. */
export class FakeClock extends Clock {
  private instant: Date;

  /** @param start an instant, e.g. `'2026-11-23T09:00:00+08:00'` */
  constructor(start: Date | string) {
    super();
    this.instant = asDate(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves to an instant, forwards or back. */
  set(instant: Date | string): void {
    this.instant = asDate(instant);
  }

  /** Moves on by a span of real time; the parts add up. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 } = by;
    const span = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    this.instant = new Date(this.instant.getTime() + span);
  }
}

function asDate(instant: Date | string): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new Error(`not an instant: ${String(instant)}`);
  return date;
}
