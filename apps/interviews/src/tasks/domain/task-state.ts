import type { Day } from '@app/common/calendar/zone.js';

/** A promise is overdue from the day after the one it was made for, until it is struck off. */
export function taskState(task: { dueOn: Day; struckOffAt: Date | null }, today: Day): 'open' | 'overdue' | 'done' {
  if (task.struckOffAt) return 'done';
  return today > task.dueOn ? 'overdue' : 'open';
}
