import type { DataSource, EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { yearOf } from '@app/common/calendar/zone.js';
import type { SealedBox } from '@app/common/confidential/sealed-box.js';
import { TicketRegistered } from '@app/common/contracts/hotline.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { ADVISORY_LOCKS } from '@app/common/persistence/advisory-locks.js';
import { newId } from '@app/common/persistence/id.js';
import { Clocks } from '../clocks/clocks.js';
import { planWorkingDays } from '../clocks/domain/clock-plan.js';
import { TicketClock } from '../clocks/ticket-clock.entity.js';
import { TicketContact } from '../confidentiality/ticket-contact.entity.js';
import type { HotlineSettings } from '../hotline.settings.js';
import { ticketNumber } from '../registration/domain/ticket-number.js';
import { TicketReply } from '../tickets/ticket-reply.entity.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { importedTicket, importRef, type ImportedTicket } from './domain/imported-ticket.js';
import type { ImportedRequest } from './domain/request-row.js';

/** Tickets written in one transaction: killed in between, at most this many are left for the next run. */
const BATCH = 100;
const ACTOR: SystemActor = { kind: 'system', name: 'import' };
/** The round of the clocks of a ticket's first unit, or of the hotline before it. */
const FIRST_ROUND = 1;

export interface ImportContext {
  readonly dataSource: DataSource;
  readonly calendar: WorkingCalendar;
  readonly settings: HotlineSettings;
  readonly box: SealedBox;
  readonly ledger: Ledger;
  readonly clocks: Clocks;
  readonly outbox: Outbox;
}

interface NewTicket {
  readonly id: string;
  readonly number: string;
  readonly imported: ImportedTicket;
}

/**
 * Writes imported requests as tickets, batch by batch, each with its line in the ledger. A ticket is known by its
 * source and its number there, so that an import that was killed is finished by running it again.
 *
 * What was replied to elsewhere is struck off and told to nobody: no citizen is asked to rate a reply of years ago, no
 * card is issued for it. What is open begins its life here: its transfer limit runs from the import.
 */
export class RequestImporter {
  readonly dataSource: DataSource;

  constructor(private readonly context: ImportContext) {
    this.dataSource = context.dataSource;
  }

  /**
   * @param source names the system the requests come from
   * @param at the time of the import
   * @returns how many became tickets; the others are known already
   */
  async add(requests: readonly ImportedRequest[], source: string, at: Date): Promise<number> {
    let added = 0;
    for (let first = 0; first < requests.length; first += BATCH) {
      const batch = requests.slice(first, first + BATCH);
      added += await this.dataSource.transaction((em) => this.addBatch(em, batch, source, at));
    }
    return added;
  }

  private async addBatch(
    em: EntityManager,
    batch: readonly ImportedRequest[],
    source: string,
    at: Date,
  ): Promise<number> {
    await em.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.requestImport]);
    const known = await knownTickets(em, batch, source);
    const fresh = batch.filter((request) => !known.has(importRef(source, request)));
    if (fresh.length === 0) return 0;
    const tickets = await this.numbered(em, fresh, source);
    await this.insert(em, tickets);
    for (const ticket of tickets) {
      if (!ticket.imported.handled) await this.open(em, ticket, at);
      await this.note(em, ticket, source, at);
    }
    return tickets.length;
  }

  private async numbered(
    em: EntityManager,
    requests: readonly ImportedRequest[],
    source: string,
  ): Promise<NewTicket[]> {
    const { calendar, settings } = this.context;
    const sequence = await em.query<{ value: string }[]>(
      `SELECT nextval('ticket_number_seq') AS value FROM generate_series(1, $1)`,
      [requests.length],
    );
    return sequence.flatMap(({ value }, index) => {
      const request = requests[index];
      if (!request) return [];
      const number = ticketNumber(yearOf(dayOf(calendar, request.registeredAt)), BigInt(value));
      return [{ id: newId(), number, imported: importedTicket(request, source, calendar, settings.replyDays) }];
    });
  }

  private async insert(em: EntityManager, tickets: readonly NewTicket[]): Promise<void> {
    await em.insert(Ticket, tickets.map(ticketRow));
    await em.insert(
      TicketContact,
      tickets.map(({ id, imported }) => ({
        ticketId: id,
        sealedName: imported.request.citizen === '' ? null : this.context.box.seal(imported.request.citizen),
        sealedPhone: null,
        phoneFingerprint: null,
        receivesText: false,
      })),
    );
    await em.insert(TicketReply, tickets.flatMap(replyRow));
    await em.insert(TicketClock, tickets.flatMap(clockRow));
  }

  private async open(em: EntityManager, { id, number, imported }: NewTicket, at: Date): Promise<void> {
    const { calendar, clocks, outbox, settings } = this.context;
    const plan = planWorkingDays(calendar, 'transfer', at, settings.transfer.usualDays);
    await clocks.start(em, { ticketId: id, kind: 'transfer', round: FIRST_ROUND }, null, plan);
    await outbox.add(em, TicketRegistered, id, {
      ticketId: id,
      number,
      kind: imported.kind,
      channel: 'web',
      confidential: false,
      registeredAt: imported.registeredAt.toISOString(),
    });
  }

  private async note(em: EntityManager, ticket: NewTicket, source: string, at: Date): Promise<void> {
    const { request, handled, registeredAt } = ticket.imported;
    await this.context.ledger.write(em, {
      itemType: 'ticket',
      itemId: ticket.id,
      action: 'imported',
      actor: ACTOR,
      at,
      detail: {
        source,
        sourceNumber: request.number,
        row: request.row,
        registeredAt: registeredAt.toISOString(),
        to: handled ? 'closed' : 'registered',
        ...(handled ? { repliedAt: handled.repliedAt.toISOString(), inTime: handled.inTime } : {}),
      },
    });
  }
}

/** The references of those requests that have their ticket already. */
export async function knownTickets(
  em: EntityManager,
  requests: readonly ImportedRequest[],
  source: string,
): Promise<Set<string>> {
  const refs = requests.map((request) => importRef(source, request));
  const rows = await em.query<{ ref: string }[]>('SELECT import_ref AS ref FROM ticket WHERE import_ref = ANY($1)', [
    refs,
  ]);
  return new Set(rows.map(({ ref }) => ref));
}

function ticketRow({ id, number, imported }: NewTicket) {
  const { kind, subject, elements, registeredAt, handled } = imported;
  return {
    id,
    number,
    kind,
    channel: 'web',
    state: handled ? 'closed' : 'registered',
    version: 1,
    subject,
    elements,
    confidential: false,
    greenChannel: false,
    language: 'zh-CN',
    registeredAt,
    dispatchRound: handled ? FIRST_ROUND : 0,
    replyDueAt: handled?.clock?.dueAt ?? null,
    repliedAt: handled?.repliedAt ?? null,
    closedAt: handled?.repliedAt ?? null,
    closedHow: handled ? 'unrated' : null,
    importRef: imported.importRef,
  } as const;
}

function replyRow({ id, imported: { handled } }: NewTicket) {
  if (!handled) return [];
  const { reply, repliedAt, inTime } = handled;
  return [{ id: newId(), ticketId: id, how: 'reply', text: reply, repliedAt, inTime } as const];
}

function clockRow({ id, imported: { handled } }: NewTicket) {
  if (!handled?.clock) return [];
  const { clock, repliedAt } = handled;
  const passed = { pointsDone: clock.points.length, metAt: repliedAt };
  return [{ ticketId: id, kind: 'reply', round: FIRST_ROUND, ...clock, ...passed } as const];
}
