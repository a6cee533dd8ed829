import type { SystemActor } from '@app/common/auth/actor.js';
import { ContactOverdue } from '@app/common/contracts/appointments.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactRequestNews } from './contact-request-news.js';
import type { ContactRequest } from './contact-request.js';
import { ContactRequestRepository } from './contact-requests.repository.js';
import { contactPointsDue, type ContactAct } from './domain/contact-clock.js';

export const CONTACT_CLOCK = 'contact-request.clock';
const ACTOR: SystemActor = { kind: 'system', name: `timer:${CONTACT_CLOCK}` };
/** Overdue, a request is the discipline commission's to watch (domain.md §4, Three tiers). */
const TIER_OF_COMMISSION = 2;

const LEDGER_ACTIONS = { remind: 'reminded', yellow: 'yellow_card', red: 'red_card' } as const satisfies Record<
  ContactAct,
  string
>;

/** What happens by itself while a citizen waits to be contacted: 催办, 黄牌, 红牌 and the next tier. */
@Injectable()
export class ContactClockJobs {
  constructor(
    private readonly requests: ContactRequestRepository,
    private readonly news: ContactRequestNews,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
  ) {}

  /** Acts on every point that has come due, however late, and waits for the next. */
  @OnTimer(CONTACT_CLOCK)
  async onPoint(em: EntityManager, { key, now }: DueTimer): Promise<void> {
    const request = await this.requests.lock(em, key);
    if (request.state !== 'requested') return;
    const { due, next } = contactPointsDue(request.points, request.pointsDone, now);
    for (const { act } of due) await this.act(em, request, act, now);
    await this.requests.change(em, request.id, { pointsDone: request.pointsDone + due.length });
    if (next) await this.timers.set(em, { kind: CONTACT_CLOCK, key, dueAt: next });
  }

  private async act(em: EntityManager, request: ContactRequest, act: ContactAct, at: Date): Promise<void> {
    const detail = { contactDueAt: request.contactDueAt.toISOString() };
    await this.news.note(em, request.id, { action: LEDGER_ACTIONS[act], actor: ACTOR, at, detail });
    if (act === 'yellow') await this.requests.change(em, request.id, { card: 'yellow' });
    if (act === 'red') await this.escalate(em, request, at);
  }

  private async escalate(em: EntityManager, request: ContactRequest, at: Date): Promise<void> {
    const { id, kind, siteId, requestedAt, contactDueAt } = request;
    const tier = TIER_OF_COMMISSION;
    await this.requests.change(em, id, { card: 'red', tier });
    await this.news.note(em, id, { action: 'escalated', actor: ACTOR, at, detail: { tier } });
    await this.outbox.add(em, ContactOverdue, id, {
      requestId: id,
      kind,
      ...(siteId === null ? {} : { siteId }),
      requestedAt: requestedAt.toISOString(),
      contactDueAt: contactDueAt.toISOString(),
      overdueAt: at.toISOString(),
      tier,
    });
  }
}
