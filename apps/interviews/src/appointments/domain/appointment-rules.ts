import { RuleBroken } from '@app/common/http/problem.js';

const LONGEST_MS = 8 * 60 * 60_000;

/**
 * Checks the time of an invitation: it begins in the future, ends after it begins, and takes no longer than a working
 * day (8 hours).
 * @throws RuleBroken `appointment-in-the-past`, `appointment-ends-before-it-begins`, `appointment-too-long`
 */
export function checkAppointmentTime(startAt: Date, endAt: Date, now: Date): void {
  if (endAt <= startAt) throw new RuleBroken('appointment-ends-before-it-begins');
  if (startAt <= now) throw new RuleBroken('appointment-in-the-past', { now: now.toISOString() });
  if (endAt.getTime() - startAt.getTime() > LONGEST_MS) throw new RuleBroken('appointment-too-long', { hours: 8 });
}
