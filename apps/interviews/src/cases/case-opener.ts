import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { TicketDissatisfied, type TicketDissatisfiedPayload } from '@app/common/contracts/hotline.events.js';
import { CaseOpened } from '@app/common/contracts/interviews.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficialNumbers } from '../numbers/official-numbers.js';
import { InterviewSettings } from '../settings/interview-settings.js';
import { CaseNews } from '../stream/case-news.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { INITIAL_STATE } from './domain/case-state.js';
import { interviewDueAt } from './domain/limits.js';
import { RoundOpener } from './round-opener.js';

/** A citizen who is still dissatisfied after a reply must be invited to talk (domain.md §4, purpose). */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly cases: CaseRepository,
    private readonly rounds: RoundOpener,
    private readonly numbers: OfficialNumbers,
    private readonly outbox: Outbox,
    private readonly calendars: CalendarSource,
    private readonly settings: InterviewSettings,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /** Opens a case unless the ticket has one that is not closed. */
  @OnEvent(TicketDissatisfied)
  async open(em: EntityManager, { subject, payload }: ReceivedEvent<TicketDissatisfiedPayload>): Promise<void> {
    await this.cases.lockTicket(em, payload.ticketId);
    const earlier = await this.cases.casesOfTicket(em, payload.ticketId);
    if (earlier.open) return;
    const now = this.clock.now();
    const actor: SystemActor = { kind: 'system', name: `event:${subject}` };
    const item: InterviewCase = {
      id: newId(),
      caseNumber: await this.numbers.next(em, 'case', now),
      ticketId: payload.ticketId,
      ticketNumber: payload.number,
      opening: earlier.count + 1,
      kind: payload.kind,
      subject: payload.confidential ? '' : payload.subject,
      confidential: payload.confidential,
      unitId: payload.unitId,
      score: payload.score,
      state: INITIAL_STATE,
      round: 1,
      tier: 1,
      openedAt: now,
      roundOpenedAt: now,
      dueAt: interviewDueAt(this.calendars.current(), now, this.settings),
      heldAt: null,
      volunteerStaffId: null,
      overdueAt: null,
      card: null,
      closedAt: null,
      version: 1,
    };
    await this.cases.insert(em, item);
    await this.rounds.open(em, item, actor);
    await this.outbox.add(em, CaseOpened, item.id, {
      caseId: item.id,
      caseNumber: item.caseNumber,
      ticketId: item.ticketId,
      unitId: item.unitId,
      round: item.round,
      openedAt: now.toISOString(),
      dueAt: item.dueAt.toISOString(),
    });
    this.news.tell(em, item);
  }
}
