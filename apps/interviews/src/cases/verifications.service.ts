import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { CaseClosed, CaseVerified } from '@app/common/contracts/interviews.events.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InterviewSettings } from '../settings/interview-settings.js';
import { CaseNews } from '../stream/case-news.js';
import { CaseGate } from './case-gate.js';
import { CaseReader } from './case-reader.js';
import type { CaseDetail } from './case.dto.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import type { VerificationBody } from './case-steps.dto.js';
import { INITIAL_STATE } from './domain/case-state.js';
import { tierAfter } from './domain/ladder.js';
import { interviewDueAt } from './domain/limits.js';
import { RoundOpener } from './round-opener.js';

/** Tier 2 (domain.md §4): every held talk is verified by the commission, by telephone or on the spot. */
@Injectable()
export class Verifications {
  constructor(
    private readonly gate: CaseGate,
    private readonly cases: CaseRepository,
    private readonly rounds: RoundOpener,
    private readonly reader: CaseReader,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly settings: InterviewSettings,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /**
   * Records a verification. Satisfied: the case is closed. Not satisfied: the next round is opened with a limit of its
   * own, the round before stays as it was; from the second failure on, the leaders supervise.
   * @throws NotFound, Forbidden, RuleBroken `verifier-of-the-unit`, StaleVersion, WrongState
   */
  verify(
    actor: StaffActor,
    id: string,
    version: number,
    key: IdempotencyContext,
    body: VerificationBody,
  ): Promise<CaseDetail> {
    return this.idempotency.once(key, async (em) => {
      const item = await this.gate.enter(em, actor, id, version, 'verification');
      const now = this.clock.now();
      const { method, satisfied } = body;
      await this.cases.changeRound(em, item, {
        verificationMethod: method,
        satisfied,
        progress: body.progress,
        criticism: body.criticism ?? null,
        advice: body.advice ?? null,
        verifiedAt: now,
        verifiedBy: actor.name,
        verifierId: actor.id,
      });
      const detail = { round: item.round, method, satisfied };
      await this.ledger.write(em, { itemType: 'case', itemId: id, action: 'verified', actor, at: now, detail });
      await this.outbox.add(em, CaseVerified, item.id, {
        caseId: item.id,
        ticketId: item.ticketId,
        unitId: item.unitId,
        round: item.round,
        verifiedAt: now.toISOString(),
        satisfied,
      });
      const changed = satisfied ? await this.close(em, actor, item, now) : await this.openNext(em, actor, item, now);
      this.news.tell(em, changed);
      return this.reader.detail(em, actor, changed);
    });
  }

  private async close(em: EntityManager, actor: StaffActor, item: InterviewCase, now: Date): Promise<InterviewCase> {
    await this.ledger.write(em, { itemType: 'case', itemId: item.id, action: 'closed', actor, at: now });
    await this.outbox.add(em, CaseClosed, item.id, {
      caseId: item.id,
      ticketId: item.ticketId,
      unitId: item.unitId,
      round: item.round,
      closedAt: now.toISOString(),
    });
    return this.cases.change(em, item, { state: 'closed', closedAt: now });
  }

  private async openNext(em: EntityManager, actor: StaffActor, item: InterviewCase, now: Date): Promise<InterviewCase> {
    const next = await this.cases.change(em, item, {
      state: INITIAL_STATE,
      round: item.round + 1,
      tier: tierAfter('verification-failed', item.tier, item.round),
      roundOpenedAt: now,
      dueAt: interviewDueAt(this.calendars.current(), now, this.settings),
      heldAt: null,
      volunteerStaffId: null,
      overdueAt: null,
    });
    await this.rounds.open(em, next, actor);
    return next;
  }
}
