import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const ON_TIMER = Symbol('on-timer');
export const RECURRING = Symbol('recurring');

export interface DueTimer {
  readonly kind: string;
  readonly key: string;
  /** When it was due: later than that by as long as the service was down. */
  readonly dueAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The office's time now. */
  readonly now: Date;
}
export type TimerHandler = (em: EntityManager, timer: DueTimer) => Promise<void>;

/**
 * Marks the method that acts when timers of this kind are due, in the transaction that strikes the timer. It reads the
 * item again under lock and acts only if the item still calls for it; it may set the same timer anew.
 */
export function OnTimer(kind: string) {
  return <H extends TimerHandler>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    SetMetadata(ON_TIMER, kind)(target, key, descriptor);
  };
}

export interface Recurrence {
  readonly kind: string;
  /** Five-field cron expression in the office's time zone. */
  readonly cron: string;
}

/** Marks the method that runs again and again. A run missed while the service was down is made up once. */
export function Recurring(kind: string, when: { cron: string }) {
  return <H extends TimerHandler>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    SetMetadata(RECURRING, { kind, cron: when.cron } satisfies Recurrence)(target, key, descriptor);
  };
}
