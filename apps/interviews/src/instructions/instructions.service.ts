import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor, StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Forbidden, NotFound, RuleBroken, WrongState } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseScope } from '../cases/domain/case-policy.js';
import { endOfPromisedDay } from '../cases/domain/limits.js';
import { justAfter } from '../days/just-after.js';
import { mayReadReport } from '../reports/domain/report-state.js';
import { ReportRepository } from '../reports/reports.repository.js';
import { CaseNews } from '../stream/case-news.js';
import { UnitNames } from '../units/unit-names.js';
import {
  allowedInstructionActions,
  INITIAL_INSTRUCTION_STATE,
  instructionPolicyAllows,
  instructionStateAllows,
  STATE_AFTER,
  type InstructionAction,
} from './domain/instruction-state.js';
import { InstructionReader } from './instruction-reader.js';
import type {
  InstructionBody,
  InstructionListQuery,
  InstructionPage,
  InstructionRow,
  ReportBackBody,
} from './instruction.dto.js';
import type { Instruction } from './instruction.entity.js';
import { InstructionRepository, type InstructionWithReport } from './instructions.repository.js';

const INSTRUCTION_OVERDUE = 'instruction.overdue';

/** Leaders' instructions (批示), followed to the end. */
@Injectable()
export class Instructions {
  constructor(
    private readonly instructions: InstructionRepository,
    private readonly reader: InstructionReader,
    private readonly reports: ReportRepository,
    private readonly units: UnitNames,
    private readonly timers: Timers,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  list(actor: StaffActor, query: InstructionListQuery): Promise<InstructionPage> {
    return this.reader.list(actor, query);
  }

  /**
   * A leader writes an instruction on a signed-off report.
   * @throws NotFound also for a draft, RuleBroken `due-in-the-past`, `unit-unknown`
   */
  give(actor: StaffActor, reportId: string, key: IdempotencyContext, body: InstructionBody): Promise<InstructionRow> {
    return this.idempotency.once(key, async (em) => {
      const report = await this.reports.find(em, reportId);
      if (!report?.number || !mayReadReport(actor, report)) throw new NotFound();
      if (!this.units.handlesRequests(body.unitId)) throw new RuleBroken('unit-unknown');
      const now = this.clock.now();
      const dueAt = endOfPromisedDay(this.calendars.current(), body.dueOn);
      if (dueAt <= now) throw new RuleBroken('due-in-the-past', { now: now.toISOString() });
      const instruction: Instruction = {
        id: newId(),
        reportId,
        unitId: body.unitId,
        text: body.text,
        givenAt: now,
        givenBy: actor.name,
        dueOn: body.dueOn,
        dueAt,
        state: INITIAL_INSTRUCTION_STATE,
        overdueAt: null,
        reportBack: null,
        reportedBackAt: null,
        reportedBackBy: null,
        struckOffAt: null,
        struckOffBy: null,
      };
      await this.instructions.insert(em, instruction);
      await this.timers.set(em, { kind: INSTRUCTION_OVERDUE, key: instruction.id, dueAt: justAfter(dueAt) });
      return this.noted(em, actor, { ...instruction, reportNumber: report.number }, 'given', now);
    });
  }

  /** @throws NotFound, Forbidden, WrongState unless it is open */
  reportBack(actor: StaffActor, id: string, key: IdempotencyContext, body: ReportBackBody): Promise<InstructionRow> {
    return this.act(actor, id, key, 'report-back', (now) => ({
      reportBack: body.text,
      reportedBackAt: now,
      reportedBackBy: actor.name,
    }));
  }

  /** @throws NotFound, Forbidden, WrongState unless it has been reported back */
  strikeOff(actor: StaffActor, id: string, key: IdempotencyContext): Promise<InstructionRow> {
    return this.act(actor, id, key, 'strike-off', (now) => ({ struckOffAt: now, struckOffBy: actor.name }));
  }

  /** The unit has not reported back in time. */
  @OnTimer(INSTRUCTION_OVERDUE)
  async fallDue(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const item = await this.instructions.lock(em, key);
    if (!item || item.state !== 'open' || item.overdueAt || now <= item.dueAt) return;
    await this.instructions.change(em, key, { overdueAt: now });
    await this.noted(em, { kind: 'system', name: `timer:${kind}` }, { ...item, overdueAt: now }, 'overdue', now);
  }

  private act(
    actor: StaffActor,
    id: string,
    key: IdempotencyContext,
    action: InstructionAction,
    changesAt: (now: Date) => Partial<Instruction>,
  ): Promise<InstructionRow> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.instructions.lock(em, id);
      const scope = caseScope(actor);
      if (!item || !scope || (scope.unitId ?? item.unitId) !== item.unitId) throw new NotFound();
      if (!instructionPolicyAllows(action, actor, item)) throw new Forbidden();
      if (!instructionStateAllows(action, item.state)) {
        throw new WrongState({ state: item.state, allowed: allowedInstructionActions(actor, item) });
      }
      const now = this.clock.now();
      const changes = { ...changesAt(now), state: STATE_AFTER[action] };
      await this.instructions.change(em, id, changes);
      if (action === 'report-back') await this.timers.cancel(em, INSTRUCTION_OVERDUE, id);
      return this.noted(em, actor, { ...item, ...changes }, STATE_AFTER[action], now);
    });
  }

  private async noted(
    em: EntityManager,
    actor: Actor,
    item: InstructionWithReport,
    action: string,
    at: Date,
  ): Promise<InstructionRow> {
    const detail = { unitId: item.unitId, dueOn: item.dueOn };
    await this.ledger.write(em, { itemType: 'instruction', itemId: item.id, action, actor, at, detail });
    this.news.tellInstruction(em, item);
    return this.reader.row(actor, item);
  }
}
