import type { DeskRules } from '../appointments.settings.js';
import type { DayWindow } from './desk-day.statement.js';
import { postLeftSince } from './domain/post-left.js';

/**
 * Since when a window's post has been left, null where it is not.
 * @param openSince null while the window is closed
 */
export function leftSince(
  { visitId, lastActAt, waitingSince }: DayWindow,
  openSince: Date | null,
  now: Date,
  { postLeftMinutes }: Pick<DeskRules, 'postLeftMinutes'>,
): Date | null {
  const watched = {
    openSince,
    busy: visitId !== null,
    lastActAt: lastActAt === null ? null : new Date(lastActAt),
    waitingSince: waitingSince === null ? null : new Date(waitingSince),
  };
  return postLeftSince(watched, now, postLeftMinutes);
}
