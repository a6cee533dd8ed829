import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@app/common/auth/actor.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { Forbidden, NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';
import { permits, viewOf } from '../tickets/domain/ticket-policy.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { withoutIdentity, type Identity } from './domain/identity.js';
import type { RevealedContactDto } from './reveal-contact.dto.js';
import { TicketContact } from './ticket-contact.entity.js';

/** In what a ticket's identity is kept. */
export interface SealedContact {
  readonly sealedName: string | null;
  readonly sealedPhone: string | null;
}

/** The people behind tickets: opened only with a reason, by a post that may, leaving a trace (domain.md §5). */
@Injectable()
export class ContactService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tickets: TicketRepository,
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Name and number of who filed a ticket. The reason stands in the ledger before the answer is given.
   * @throws NotFound if the actor may not know of the ticket, Forbidden if not who filed it
   */
  async reveal(actor: Actor, ticketId: string, reason: string): Promise<RevealedContactDto> {
    return this.dataSource.transaction(async (em) => {
      const ticket = await this.tickets.lock(em, ticketId);
      if (viewOf(actor, ticket) === 'hidden') throw new NotFound();
      if (!permits(actor, 'reveal', ticket)) throw new Forbidden({ action: 'reveal' });
      await this.tickets.note(em, ticketId, { action: 'contact_revealed', actor, at: this.clock.now(), reason });
      const { name, phone } = this.open(await em.findOneOrFail(TicketContact, { where: { ticketId } }));
      return { name, phone: phone === null ? null : nationalNumber(phone) };
    });
  }

  /** Takes the identity out of a text that goes into a confidential ticket; other tickets keep it as it is. */
  async hide(em: EntityManager, ticket: { id: string; confidential: boolean }, text: string): Promise<string> {
    if (!ticket.confidential) return text;
    const contact = await em.findOne(TicketContact, { where: { ticketId: ticket.id } });
    return contact ? withoutIdentity(text, this.open(contact)) : text;
  }

  open({ sealedName, sealedPhone }: SealedContact): Identity {
    return {
      name: sealedName === null ? null : this.box.open(sealedName),
      phone: sealedPhone === null ? null : this.box.open(sealedPhone),
    };
  }
}
