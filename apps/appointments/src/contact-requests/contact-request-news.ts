import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CommittedEvents } from '@app/common/http/committed-events.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A change of a request in the ledger's words. */
export interface ContactRequestNote {
  readonly action: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes what happens to requests into the ledger, and tells the contact list of it after the commit. */
@Injectable()
export class ContactRequestNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: CommittedEvents,
  ) {}

  async note(em: EntityManager, id: string, note: ContactRequestNote): Promise<void> {
    await this.ledger.write(em, { itemType: 'contact-request', itemId: id, ...note });
    const audience = { roles: ['operator', 'supervisor', 'handler'] } as const;
    this.events.add(em, { type: 'contact-request', data: { id }, audience });
  }
}
