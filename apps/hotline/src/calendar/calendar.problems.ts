import { DomainError } from '@app/common/http/problem.js';

/** 409: what is replaced is no longer what was read: another administrator has changed the day or the year meanwhile. */
export class CalendarChanged extends DomainError {
  constructor(data: { current: string | null }) {
    super('calendar-changed', 409, data);
  }
}

/**
 * @param replaces instant of what the administrator has read, null for nothing; undefined asks for no check
 * @param current instant of what holds, null for nothing
 * @throws CalendarChanged (409)
 */
export function requireUnchanged(replaces: string | null | undefined, current: Date | null): void {
  if (replaces === undefined) return;
  const read = replaces === null ? null : Date.parse(replaces);
  if (read !== (current?.getTime() ?? null)) throw new CalendarChanged({ current: current?.toISOString() ?? null });
}
