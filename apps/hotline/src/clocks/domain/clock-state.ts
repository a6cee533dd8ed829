/** What a clock looks like from outside: running, near its end, over it, stopped, met in the end, or none at all. */
export const CLOCK_STATES = ['running', 'near', 'over', 'stopped', 'done', 'none'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** The limits of a ticket (domain.md §2, Clocks): 转办, 签收, 答复. */
export const CLOCK_KINDS = ['transfer', 'accept', 'reply'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface ClockFace {
  readonly dueAt: Date;
  /** From when it counts as near its end. */
  readonly nearAt: Date;
  readonly stoppedAt: Date | null;
  readonly metAt: Date | null;
}

/**
 * The state a clock shows at an instant. A clock that was met late stays `done`: the lateness is on the card,
 * not on the clock.
 */
export function clockStateAt(clock: ClockFace | null, now: Date): ClockState {
  if (!clock) return 'none';
  if (clock.metAt) return 'done';
  if (clock.stoppedAt) return 'stopped';
  if (now >= clock.dueAt) return 'over';
  return now >= clock.nearAt ? 'near' : 'running';
}
