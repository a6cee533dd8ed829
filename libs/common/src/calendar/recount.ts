import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DueTimer } from '../timers/on-timer.js';
import { Timers } from '../timers/timers.js';
import { CALENDAR_READ_AGAIN_MS } from './calendar-source.js';

/** The timer that counts open limits again after a change of the calendar (domain.md §5); each service takes its own. */
export const RECOUNT = 'calendar.recount';
const KEY = 'open limits';
/** Every process has read the changed calendar by then, and the limits it began by the old one are committed. */
const SECOND_ROUND_AFTER_MS = 6 * CALENDAR_READ_AGAIN_MS;

const HOLD = 'SELECT 1 FROM timer WHERE kind = $1 AND key = $2 AND due_at = $3 FOR UPDATE';

/** Counts again from one batch to the next, in one transaction each; and all of it once more a minute later. */
@Injectable()
export class Recount {
  constructor(private readonly timers: Timers) {}

  /** Begins, or begins anew, in the transaction of the change. */
  async begin(em: EntityManager, now: Date): Promise<void> {
    await this.timers.set(em, { kind: RECOUNT, key: KEY, dueAt: now, payload: { again: true } });
  }

  /**
   * One step, for the method with `@OnTimer(RECOUNT)`.
   * @param batch counts the limits behind a cursor again; gives the cursor of the last one, null when there are no more
   */
  async step(
    em: EntityManager,
    { now, dueAt, payload }: DueTimer,
    batch: (after: string | null) => Promise<string | null>,
  ): Promise<void> {
    // Held until the end: a change of the calendar waits, and then begins anew; it is not put off to the second round.
    const mine = await em.query<unknown[]>(HOLD, [RECOUNT, KEY, dueAt]);
    if (mine.length === 0) return;
    const again = payload.again === true;
    const after = await batch(typeof payload.after === 'string' ? payload.after : null);
    if (after !== null) await this.set(em, now, { again, after });
    else if (again) await this.set(em, new Date(now.getTime() + SECOND_ROUND_AFTER_MS), { again: false });
  }

  private set(em: EntityManager, dueAt: Date, payload: object): Promise<void> {
    return this.timers.set(em, { kind: RECOUNT, key: KEY, dueAt, payload });
  }
}
