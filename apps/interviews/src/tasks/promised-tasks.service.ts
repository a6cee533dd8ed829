import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Forbidden, NotFound, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { CaseRepository } from '../cases/case.repository.js';
import { caseAccess, isOwnUnit } from '../cases/domain/case-policy.js';
import { CaseNews } from '../stream/case-news.js';
import type { PromisedTaskDto, StrikeOffBody } from './promised-task.dto.js';
import { taskDto } from './task-dto.js';
import { TaskRepository } from './tasks.repository.js';

/** What was promised in talks, followed to the end (domain.md §4: tracked until struck off). */
@Injectable()
export class PromisedTasks {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly cases: CaseRepository,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /**
   * Strikes a promise off with its result, also after the case is closed.
   * @throws NotFound, Forbidden for others than the unit, WrongState if it is struck off already
   */
  strikeOff(actor: StaffActor, id: string, key: IdempotencyContext, body: StrikeOffBody): Promise<PromisedTaskDto> {
    return this.idempotency.once(key, async (em) => {
      const task = await this.tasks.lock(em, id);
      const item = task && (await this.cases.find(em, task.caseId));
      if (!task || !item || caseAccess(actor, item) === 'none') throw new NotFound();
      if (!isOwnUnit(actor, item)) throw new Forbidden();
      if (task.struckOffAt) throw new WrongState({ state: 'done', allowed: [] });
      const now = this.clock.now();
      const changes = { result: body.result, struckOffAt: now, struckOffBy: actor.name };
      await this.tasks.change(em, id, changes);
      await this.ledger.write(em, {
        itemType: 'case',
        itemId: item.id,
        action: 'task-struck-off',
        actor,
        at: now,
        detail: { taskId: id, dueOn: task.dueOn, round: task.round },
      });
      this.news.tell(em, item);
      return taskDto({ ...task, ...changes }, item, actor, this.calendars.current(), now);
    });
  }
}
