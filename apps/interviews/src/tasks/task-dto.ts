import type { Actor } from '@app/common/auth/actor.js';
import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import type { InterviewCase } from '../cases/case.entity.js';
import { isOwnUnit } from '../cases/domain/case-policy.js';
import { taskState } from './domain/task-state.js';
import type { PromisedTaskDto } from './promised-task.dto.js';
import type { PromisedTask } from './promised-task.entity.js';

/** A promise as it is shown. */
export function taskDto(
  task: PromisedTask,
  item: Pick<InterviewCase, 'unitId'>,
  actor: Actor,
  calendar: WorkingCalendar,
  now: Date,
): PromisedTaskDto {
  const state = taskState(task, dayOf(calendar, now));
  return {
    id: task.id,
    caseId: task.caseId,
    round: task.round,
    what: task.what,
    owner: task.owner,
    dueOn: task.dueOn,
    state,
    result: task.result,
    struckOffAt: task.struckOffAt?.toISOString() ?? null,
    allowed: state !== 'done' && isOwnUnit(actor, item) ? ['strike-off'] : [],
  };
}
