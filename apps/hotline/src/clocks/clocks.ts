import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Timers } from '@app/common/timers/timers.js';
import type { ClockPlan } from './domain/clock-plan.js';
import { CLOCK_KINDS, type ClockKind } from './domain/clock-state.js';
import { TicketClock } from './ticket-clock.entity.js';

/** The timer of a clock: one, which is set from point to point. */
export const CLOCK_TIMER = 'ticket.clock';

/** Which clock a timer is of. */
export interface ClockId {
  readonly ticketId: string;
  readonly kind: ClockKind;
  readonly round: number;
}

/** Key of a clock's timer. */
export const clockTimerKey = ({ ticketId, kind, round }: ClockId): string => `${ticketId}/${kind}/${round}`;

/**
 * The clock of a timer's key.
 * @throws Error if it is none
 */
export function clockOfTimer(key: string): ClockId {
  const [ticketId, name, round] = key.split('/');
  const kind = CLOCK_KINDS.find((one) => one === name);
  if (ticketId === undefined || kind === undefined || !Number.isInteger(Number(round))) {
    throw new Error(`not the key of a clock: ${key}`);
  }
  return { ticketId, kind, round: Number(round) };
}

/** Starts, meets and stops the limits of a ticket; each with its durable timer, in the transaction of its cause. */
@Injectable()
export class Clocks {
  constructor(private readonly timers: Timers) {}

  async start(em: EntityManager, id: ClockId, unitId: string | null, plan: ClockPlan): Promise<void> {
    await em.insert(TicketClock, { ...id, unitId, ...plan, pointsDone: 0 });
    const first = plan.points[0];
    if (first) await this.setTimer(em, id, new Date(first.at));
  }

  /**
   * The running clock of a kind is met: what it asked for is done.
   * @returns whether it was in time, up to and including the instant of its end; null when none ran
   */
  async meet(em: EntityManager, ticketId: string, kind: ClockKind, at: Date): Promise<boolean | null> {
    const clock = await this.running(em, ticketId, kind);
    if (!clock) return null;
    await em.update(TicketClock, { ticketId, kind, round: clock.round }, { metAt: at });
    await this.timers.cancel(em, CLOCK_TIMER, clockTimerKey(clock));
    return at <= clock.dueAt;
  }

  /** The running clocks of these kinds stop: the ticket is in nobody's hands, or is no longer asked for. */
  async stop(em: EntityManager, ticketId: string, kinds: readonly ClockKind[], at: Date): Promise<void> {
    for (const kind of kinds) {
      const clock = await this.running(em, ticketId, kind);
      if (!clock) continue;
      await em.update(TicketClock, { ticketId, kind, round: clock.round }, { stoppedAt: at });
      await this.timers.cancel(em, CLOCK_TIMER, clockTimerKey(clock));
    }
  }

  /** When the latest clock of a kind was stopped and would have ended; null if it was met or still runs. */
  async stopped(
    em: EntityManager,
    ticketId: string,
    kind: ClockKind,
  ): Promise<{ dueAt: Date; stoppedAt: Date } | null> {
    const clock = await em.findOne(TicketClock, { where: { ticketId, kind }, order: { round: 'DESC' } });
    return clock?.stoppedAt && !clock.metAt ? { dueAt: clock.dueAt, stoppedAt: clock.stoppedAt } : null;
  }

  private running(em: EntityManager, ticketId: string, kind: ClockKind): Promise<TicketClock | null> {
    return em.findOne(TicketClock, {
      where: { ticketId, kind, metAt: IsNull(), stoppedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Wakes us at the clock's next point. */
  async setTimer(em: EntityManager, id: ClockId, dueAt: Date): Promise<void> {
    await this.timers.set(em, { kind: CLOCK_TIMER, key: clockTimerKey(id), dueAt });
  }
}
