import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@app/common/auth/actor.js';
import { Ledger, type LedgerLine } from '@app/common/audit/ledger.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { NotFound } from '@app/common/http/problem.js';
import { decodeCursor, toPage, type PageQuery } from '@app/common/http/page.js';
import { Clock } from '@app/common/time/clock.js';
import { toE164 } from '@app/common/contact/phone-number.js';
import { UnitDirectory } from '../directory/unit-directory.js';
import { ServiceItems } from '../service-items/service-items.js';
import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { isTicketNumber } from '../registration/domain/ticket-number.js';
import { listScope, permits, viewOf } from './domain/ticket-policy.js';
import {
  detailStatement,
  listStatement,
  type Search,
  type TicketDetailRecord,
  type TicketRowRecord,
} from './ticket.queries.js';
import type {
  TicketDetailDto,
  TicketLedgerEntryDto,
  TicketLedgerPageDto,
  TicketListQuery,
  TicketPageDto,
} from './ticket.dto.js';
import { guarded, TicketView } from './ticket-view.js';

/** Lists, pages and ledgers of tickets: each shows its reader what they may see, and nothing else. */
@Injectable()
export class TicketReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: StatementPool,
    private readonly ledgerOf: Ledger,
    private readonly units: UnitDirectory,
    private readonly items: ServiceItems,
    private readonly view: TicketView,
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, query: TicketListQuery): Promise<TicketPageDto> {
    const [at, id] = decodeCursor(query.after, ['instant', 'uuid']) ?? [];
    const statement = listStatement(listScope(actor), {
      state: query.state,
      unitId: query.unitId,
      kind: query.kind,
      reviewAsked: query.review === 'asked',
      search: query.q ? this.searchOf(query.q) : undefined,
      after: at !== undefined && id !== undefined ? [String(at), String(id)] : undefined,
      limit: query.limit + 1,
    });
    const rows = await this.statements.run<TicketRowRecord>(statement);
    const nameOf = await this.units.namer();
    const now = this.clock.now();
    const page = toPage(
      rows,
      query.limit,
      (row) => [row.registered_at.toISOString(), row.id],
      (row) => this.view.row(actor, row, nameOf, now),
    );
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound also where the actor may not know of it */
  async detail(actor: Actor, id: string): Promise<TicketDetailDto> {
    const [ticket] = await this.statements.run<TicketDetailRecord>(detailStatement(id));
    if (!ticket || viewOf(actor, guarded(ticket)) === 'hidden') throw new NotFound();
    const item = await this.items.find(ticket.service_item_code);
    return this.view.detail(actor, ticket, item ?? null, await this.units.namer(), this.clock.now());
  }

  /**
   * 台账, oldest first. Reasons may hold content: they are left out where the content may not be seen, and those of
   * revealing an identity where the identity may not.
   */
  async ledger(actor: Actor, id: string, query: PageQuery): Promise<TicketLedgerPageDto> {
    const [ticket] = await this.statements.run<TicketDetailRecord>(detailStatement(id));
    if (!ticket || viewOf(actor, guarded(ticket)) === 'hidden') throw new NotFound();
    const full = viewOf(actor, guarded(ticket)) === 'full';
    const identity = permits(actor, 'reveal', guarded(ticket));
    const page = await this.ledgerOf.read(this.dataSource.manager, 'ticket', id, query);
    const items = page.items.map((line) => {
      const withReason = full && (identity || line.action !== 'contact_revealed');
      return ledgerEntry(line, withReason);
    });
    return { items, next: page.next };
  }

  /** A number, a caller's phone, or words: what has the form of a number is searched as one. */
  private searchOf(q: string): Search {
    const number = q.normalize('NFKC').replace(/\s/gu, '');
    const phone = toE164(q);
    const search: Search = {
      ...(isTicketNumber(number) ? { number } : {}),
      ...(phone === null ? {} : { phoneFingerprint: this.box.fingerprint(phone) }),
    };
    return Object.keys(search).length > 0 ? search : { words: q };
  }
}

function ledgerEntry(line: LedgerLine, withReason: boolean): TicketLedgerEntryDto {
  const { at, action, actorKind, actorName, actorRole, reason, detail } = line;
  return {
    at,
    action,
    actorName: actorKind === 'staff' ? actorName : null,
    actorRole: actorRole ?? actorKind,
    reason: withReason ? reason : null,
    detail,
  };
}
