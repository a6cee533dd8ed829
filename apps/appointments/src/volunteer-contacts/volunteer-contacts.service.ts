import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { maskPhone } from '@app/common/auth/phone-mask.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber, toTextNumber } from '@app/common/contact/phone-number.js';
import { NotFound, RuleBroken, StaleVersion } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { VolunteerContact, VolunteerContactBody } from './volunteer-contact.dto.js';
import { VolunteerContactRepository, type KeptContact } from './volunteer-contacts.repository.js';

/** The phones of volunteers: kept sealed, shown masked, used for text messages about their talks. */
@Injectable()
export class VolunteerContacts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contacts: VolunteerContactRepository,
    private readonly box: SealedBox,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  read(volunteerId: string): Promise<VolunteerContact> {
    return this.view(this.dataSource.manager, volunteerId);
  }

  /**
   * The ledger says that a phone was given or taken away, never which.
   * @throws NotFound; StaleVersion (412); RuleBroken (422) `phone-without-text-messages`
   */
  change(
    actor: StaffActor,
    volunteerId: string,
    version: number,
    { phone, language }: VolunteerContactBody,
  ): Promise<VolunteerContact> {
    const given = phone === undefined || phone === null ? phone : toTextNumber(phone);
    if (given === null && phone !== null) throw new RuleBroken('phone-without-text-messages');
    return this.dataSource.transaction(async (em) => {
      const before = await this.contacts.lock(em, volunteerId);
      if (!before) throw new NotFound();
      if (before.version !== version) throw new StaleVersion({ current: before.version });
      const sealedPhone = given === undefined ? before.sealedPhone : given && this.box.seal(given);
      await this.contacts.keep(em, { id: volunteerId, sealedPhone, language, version: version + 1 });
      await this.ledger.write(em, {
        itemType: 'volunteer',
        itemId: volunteerId,
        action: 'contact-changed',
        actor,
        at: this.clock.now(),
        detail: { phone: given === undefined ? 'kept' : given === null ? 'removed' : 'given', language },
      });
      return this.view(em, volunteerId);
    });
  }

  private async view(em: EntityManager, volunteerId: string): Promise<VolunteerContact> {
    const contact = await this.contacts.find(em, volunteerId);
    if (!contact) throw new NotFound();
    return this.shown(contact);
  }

  private shown({ id, sealedPhone, language, version }: KeptContact): VolunteerContact {
    const phoneMasked = sealedPhone && maskPhone(nationalNumber(this.box.open(sealedPhone)));
    return { id, phoneMasked, language, version };
  }
}
