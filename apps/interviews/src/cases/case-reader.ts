import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { NotFound } from '@app/common/http/problem.js';
import { toPage, type PageQuery } from '@app/common/http/page.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cardRow } from '../cards/card-row.js';
import { CardRepository } from '../cards/cards.repository.js';
import { letterDto } from '../letters/letter-dto.js';
import { LetterRepository } from '../letters/letters.repository.js';
import { orderRow } from '../orders/order-row.js';
import { OrderRepository } from '../orders/orders.repository.js';
import { taskDto } from '../tasks/task-dto.js';
import { TaskRepository } from '../tasks/tasks.repository.js';
import { UnitNames } from '../units/unit-names.js';
import type { CaseDetail, CaseLedgerPage, CaseListQuery, CasePage, CaseRow } from './case.dto.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { caseRow, redactedRound, roundDto } from './case-view.js';
import { allowedActions, caseAccess, talkScope } from './domain/case-policy.js';
import { clockState } from './domain/limits.js';

/** Shows cases to those who may see them. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseRepository,
    private readonly letters: LetterRepository,
    private readonly orders: OrderRepository,
    private readonly cards: CardRepository,
    private readonly tasks: TaskRepository,
    private readonly units: UnitNames,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly ledgerBook: Ledger,
  ) {}

  /**
   * Cases the actor may know of, the newest first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list(actor: Actor, query: CaseListQuery): Promise<CasePage> {
    const scope = talkScope(actor);
    if (!scope) return { items: [], next: null };
    const found = await this.cases.list(this.dataSource.manager, scope, query);
    const page = toPage(
      found,
      query.limit,
      (item) => [item.openedAt.toISOString(), item.id],
      (item) => this.row(item),
    );
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound also where the actor may not know of the case */
  async get(actor: Actor, id: string): Promise<CaseDetail> {
    const em = this.dataSource.manager;
    return this.detail(em, actor, await this.visible(em, actor, id));
  }

  /**
   * The case's story, the oldest entry first.
   * @throws NotFound as `get`, and where its texts are withheld
   */
  async ledger(actor: Actor, id: string, query: PageQuery): Promise<CaseLedgerPage> {
    const em = this.dataSource.manager;
    const item = await this.visible(em, actor, id);
    if (caseAccess(actor, item) !== 'full') throw new NotFound();
    const page = await this.ledgerBook.read(em, 'case', id, query);
    return { items: [...page.items], next: page.next };
  }

  /** A case in full as the actor may see it. */
  async detail(em: EntityManager, actor: Actor, item: InterviewCase): Promise<CaseDetail> {
    const unit = this.units.nameOf(item.unitId);
    const rounds = await this.cases.rounds(em, item.id);
    const access = caseAccess(actor, item);
    const redacted = access === 'redacted';
    const supervised = access !== 'talk';
    const orders = supervised ? await this.orders.ofCase(em, item.id) : [];
    const cards = supervised ? await this.cards.ofCase(em, item.id) : [];
    const letters = access !== 'full' ? [] : (await this.letters.ofCase(em, item.id)).map(letterDto);
    const tasks = redacted ? [] : await this.tasks.ofCase(em, item.id);
    const calendar = this.calendars.current();
    const shown = rounds.map(redacted ? redactedRound : roundDto);
    const present = shown.find((round) => round.round === item.round);
    return {
      ...this.row(item),
      redacted,
      letter: letters.findLast((letter) => letter.kind === 'assignment') ?? null,
      reminders: letters.filter((letter) => letter.kind === 'reminder'),
      rootCause: present?.rootCause ?? null,
      plan: present?.plan ?? null,
      appointment: present?.appointment ?? null,
      minutes: present?.minutes ?? null,
      tasks: tasks.map((task) => taskDto(task, item, actor, calendar, this.clock.now())),
      verification: present?.verification ?? null,
      previousRounds: shown.filter((round) => round.round < item.round),
      orders: orders.map((order) => orderRow(order, unit, actor)),
      cards: cards.map((card) => cardRow(card, unit)),
      closedAt: item.closedAt?.toISOString() ?? null,
      allowed: allowedActions(actor, item),
    };
  }

  private async visible(em: EntityManager, actor: Actor, id: string): Promise<InterviewCase> {
    const item = await this.cases.find(em, id);
    if (!item || caseAccess(actor, item) === 'none') throw new NotFound();
    return item;
  }

  private row(item: InterviewCase): CaseRow {
    const clock = clockState(this.calendars.current(), item, this.clock.now());
    return caseRow(item, this.units.nameOf(item.unitId), clock);
  }
}
