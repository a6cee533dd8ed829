import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TicketSummaryRequest, type TicketQuestion, type TicketSummary } from '@app/common/contracts/requests.js';
import { NotFound, WrongState } from '@app/common/http/problem.js';
import { Answers } from '@app/common/messaging/answers.js';
import { TicketReply } from './ticket-reply.entity.js';
import { Ticket } from './ticket.entity.js';

/** Tells the other services of a ticket: of a confidential one no content, and of none who filed it. */
@Injectable()
export class TicketSummaryAnswers {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound; WrongState while no unit has it */
  @Answers(TicketSummaryRequest)
  async summary({ ticketId }: TicketQuestion): Promise<TicketSummary> {
    const em = this.dataSource.manager;
    const ticket = await em.findOne(Ticket, { where: { id: ticketId } });
    if (!ticket) throw new NotFound();
    const { number, kind, confidential, state, unitId } = ticket;
    if (unitId === null) throw new WrongState({ state, allowed: ['dispatched'] });
    const reply = await em.findOne(TicketReply, { where: { ticketId }, order: { repliedAt: 'DESC' } });
    return {
      ticketId,
      number,
      kind,
      confidential,
      subject: confidential ? '' : ticket.subject,
      state,
      unitId,
      lastReply: confidential ? '' : (reply?.text ?? ''),
    };
  }
}
