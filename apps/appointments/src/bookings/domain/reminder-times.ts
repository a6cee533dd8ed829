const HOUR_MS = 3_600_000;

export interface ReminderTime {
  /** How long before the start, in hours. */
  readonly hours: number;
  readonly at: Date;
}

/** When a citizen is reminded of a booking; those whose time has come already are left out. */
export function reminderTimes(startAt: Date, hoursBefore: readonly number[], now: Date): ReminderTime[] {
  return hoursBefore
    .map((hours) => ({ hours, at: new Date(startAt.getTime() - hours * HOUR_MS) }))
    .filter(({ at }) => at > now);
}
