/** What happens at a point of the clock: 催办, 黄牌, 红牌. */
export type ContactAct = 'remind' | 'yellow' | 'red';

export interface ContactPoint {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly act: ContactAct;
}

export interface ContactPlan {
  readonly dueAt: Date;
  /** From when it shows as near its end: the first reminder. */
  readonly nearAt: Date;
  /** In the order of time; the last is the red card at `dueAt`. */
  readonly points: readonly ContactPoint[];
}

/** The [D] numbers of `AppointmentsSettings.contact`; the 24 hours are [S]. */
export interface ContactClockRules {
  readonly withinHours: number;
  readonly cardHoursBefore: number;
}

const HOUR_MS = 3_600_000;
/** 催办 when a quarter of the time is left (domain.md §2, Clocks). */
const REMIND_AFTER = 0.75;

/**
 * The clock of a contact (domain.md §3: within 24 hours, of real time: nights and holidays count). 催办 with a quarter of
 * the time left and shortly before the end, then with 黄牌; 红牌 at the end.
 */
export function contactPlan(requestedAt: Date, { withinHours, cardHoursBefore }: ContactClockRules): ContactPlan {
  const start = requestedAt.getTime();
  const dueAt = new Date(start + withinHours * HOUR_MS);
  const quarterLeft = new Date(start + withinHours * HOUR_MS * REMIND_AFTER);
  const cardAt = new Date(Math.max(start, dueAt.getTime() - cardHoursBefore * HOUR_MS));
  const points: { at: Date; act: ContactAct }[] = [
    { at: quarterLeft, act: 'remind' },
    { at: cardAt, act: 'remind' },
    { at: cardAt, act: 'yellow' },
    { at: dueAt, act: 'red' },
  ];
  const inOrder = points.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return {
    dueAt,
    nearAt: inOrder[0]?.at ?? dueAt,
    points: inOrder.map(({ at, act }) => ({ at: at.toISOString(), act })),
  };
}

/**
 * What has come due of a plan and was not acted upon, and the point to wait for next.
 * @param done how many points have been acted upon
 */
export function contactPointsDue(
  points: readonly ContactPoint[],
  done: number,
  now: Date,
): { due: readonly ContactPoint[]; next: Date | null } {
  const open = points.slice(done);
  const due = open.filter(({ at }) => new Date(at) <= now);
  const next = open[due.length];
  return { due, next: next ? new Date(next.at) : null };
}

/** What the clock looks like from outside. */
export function contactClockAt(
  clock: { readonly dueAt: Date; readonly nearAt: Date; readonly metAt: Date | null },
  now: Date,
): 'running' | 'near' | 'over' | 'done' {
  if (clock.metAt !== null) return 'done';
  if (now >= clock.dueAt) return 'over';
  return now >= clock.nearAt ? 'near' : 'running';
}
