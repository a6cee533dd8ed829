import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { SmsRequested, type SmsRequestedPayload, type SmsTemplate } from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { TicketContact } from '../confidentiality/ticket-contact.entity.js';
import { PhoneLanguages } from './phone-languages.js';

/** Asks the gateway to send text messages to the citizens behind tickets; the numbers stay sealed. */
@Injectable()
export class CitizenMessages {
  constructor(
    private readonly box: SealedBox,
    private readonly outbox: Outbox,
    private readonly languages: PhoneLanguages,
  ) {}

  /** To whoever filed the ticket, in the language the phone chose last; nothing happens where that phone cannot receive text messages. */
  async toCitizen(
    em: EntityManager,
    ticket: { readonly id: string; readonly language: Language },
    template: SmsTemplate,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const contact = await em.findOne(TicketContact, { where: { ticketId: ticket.id } });
    if (!contact?.sealedPhone || !contact.receivesText) return;
    const chosen = await this.languages.chosen(em, contact.phoneFingerprint ?? '');
    const payload = this.request(contact.sealedPhone, template, chosen ?? ticket.language, values, ticket.id);
    await this.outbox.add(em, SmsRequested, ticket.id, payload);
  }

  /** To a phone that has written to us, whether any ticket knows it or not. */
  async toPhone(
    em: EntityManager,
    sealedTo: string,
    template: SmsTemplate,
    language: Language,
    values: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const payload = this.request(sealedTo, template, language, values);
    await this.outbox.add(em, SmsRequested, payload.messageId, payload);
  }

  /** The command itself, for a statement that writes its outbox row by itself. */
  request(
    sealedTo: string,
    template: SmsTemplate,
    language: Language,
    values: Readonly<Record<string, string>>,
    aboutId?: string,
  ): SmsRequestedPayload {
    return {
      messageId: newId(),
      sealedTo,
      template,
      language,
      sealedValues: this.box.seal(JSON.stringify(values)),
      ...(aboutId === undefined ? {} : { aboutId }),
    };
  }
}
