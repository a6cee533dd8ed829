import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound, StaleVersion, WrongState } from '@app/common/http/problem.js';
import type { Actor } from '@app/common/auth/actor.js';
import { Ledger } from '@app/common/audit/ledger.js';
import { mayGo, statesBefore, type TicketState } from './domain/ticket-state.js';
import { Ticket } from './ticket.entity.js';
import { TicketStream } from './ticket-stream.js';

/** One step in the life of a ticket. */
export interface TicketStep {
  readonly to: TicketState;
  /** In the ledger's words: `dispatched`, `accepted`, … */
  readonly action: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Columns a step may change besides the state. */
export type TicketChanges = Partial<
  Pick<
    Ticket,
    | 'unitId'
    | 'note'
    | 'dispatchRound'
    | 'dispatchedAt'
    | 'acceptedAt'
    | 'replyDueAt'
    | 'repliedAt'
    | 'closedAt'
    | 'closedHow'
    | 'card'
    | 'reviewAskedAt'
  >
>;

/** Tickets as rows: locked, moved one step with its line in the ledger, told of after the commit. */
@Injectable()
export class TicketRepository {
  constructor(
    private readonly ledger: Ledger,
    private readonly stream: TicketStream,
  ) {}

  /**
   * Reads a ticket and keeps others from changing it until the transaction ends.
   * @throws NotFound
   */
  async lock(em: EntityManager, id: string): Promise<Ticket> {
    const ticket = await em.findOne(Ticket, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!ticket) throw new NotFound();
    return ticket;
  }

  /**
   * Moves a locked ticket one step: state, changes, version, ledger.
   * @returns the ticket as it is then
   * @throws WrongState (409) if its state does not lead there
   */
  async move(em: EntityManager, ticket: Ticket, step: TicketStep, changes: TicketChanges = {}): Promise<Ticket> {
    if (!mayGo(ticket.state, step.to)) {
      throw new WrongState({ state: ticket.state, allowed: statesBefore(step.to) });
    }
    const moved = await this.write(em, ticket, { ...changes, state: step.to });
    await this.note(em, ticket.id, { ...step, detail: { ...step.detail, from: ticket.state, to: step.to } });
    return moved;
  }

  /** Changes a locked ticket without moving it. Its version grows all the same. */
  async change(em: EntityManager, ticket: Ticket, changes: TicketChanges): Promise<Ticket> {
    return this.write(em, ticket, changes);
  }

  /** Lets the consoles know that there is something new about a ticket that has not changed itself. */
  tell(em: EntityManager, ticket: Ticket): void {
    this.stream.afterCommit(em, ticket);
  }

  /** Writes a line of a ticket's ledger. */
  async note(em: EntityManager, ticketId: string, entry: Omit<TicketStep, 'to'>): Promise<void> {
    const { action, actor, at, reason, detail } = entry;
    await this.ledger.write(em, { itemType: 'ticket', itemId: ticketId, action, actor, at, reason, detail });
  }

  private async write(
    em: EntityManager,
    ticket: Ticket,
    changes: TicketChanges & { state?: TicketState },
  ): Promise<Ticket> {
    const written = { ...changes, version: ticket.version + 1 };
    await em.update(Ticket, { id: ticket.id }, written);
    const changed = Object.assign(new Ticket(), ticket, written);
    this.stream.afterCommit(em, changed);
    return changed;
  }
}

/**
 * The version the caller has read must be the present one (interfaces.md §1, optimistic concurrency).
 * @throws StaleVersion (412)
 */
export function assertVersion(ticket: Ticket, version: number): void {
  if (ticket.version !== version) throw new StaleVersion({ current: ticket.version });
}
