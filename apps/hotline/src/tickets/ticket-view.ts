import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/common/auth/actor.js';
import { clockStateAt, type ClockFace } from '../clocks/domain/clock-state.js';
import { ContactService } from '../confidentiality/contact.service.js';
import { maskIdentity } from '../confidentiality/domain/identity.js';
import type { UnitNames } from '../directory/unit-directory.js';
import { isOwnDecision } from '../reviews/domain/review.js';
import { serviceItemDto } from '../service-items/service-items.js';
import type { ServiceItem } from '../service-items/service-item.entity.js';
import { missingElements } from './domain/elements.js';
import { allowedActions, fits, permits, viewOf, type GuardedTicket } from './domain/ticket-policy.js';
import type { TicketDetailRecord, TicketRowRecord } from './ticket.queries.js';
import type { MaskedContactDto, TicketDetailDto, TicketInterviewDto, TicketRowDto } from './ticket.dto.js';

type NameOf = (unitId: string | null) => UnitNames;

/** Turns what the database holds of a ticket into what its reader may see. */
@Injectable()
export class TicketView {
  constructor(private readonly contacts: ContactService) {}

  row(actor: Actor, ticket: TicketRowRecord, nameOf: NameOf, now: Date): TicketRowDto {
    const face = faceOf(ticket.clock);
    return {
      id: ticket.id,
      number: ticket.number,
      kind: ticket.kind,
      subject: viewOf(actor, guarded(ticket)) === 'full' ? ticket.subject : '',
      state: ticket.state,
      channel: ticket.channel,
      unitId: ticket.unit_id,
      ...nameOf(ticket.unit_id),
      registeredAt: ticket.registered_at.toISOString(),
      replyDueAt: ticket.reply_due_at?.toISOString() ?? null,
      clock: { state: clockStateAt(face, now), dueAt: face?.dueAt.toISOString() ?? null },
      card: ticket.card,
      confidential: ticket.confidential,
      greenChannel: ticket.green_channel,
      reviewAsked: ticket.review_asked_at !== null,
      version: ticket.version,
    };
  }

  detail(
    actor: Actor,
    ticket: TicketDetailRecord,
    item: ServiceItem | null,
    nameOf: NameOf,
    now: Date,
  ): TicketDetailDto {
    const full = viewOf(actor, guarded(ticket)) === 'full';
    const { reply, rating, review } = ticket;
    const own = isOwnDecision(actor, reply?.replied_by ?? null);
    return Object.assign(this.row(actor, ticket, nameOf, now), {
      elements: full ? ticket.elements : null,
      missing: full ? missingElements(ticket.elements) : [],
      contactMasked: this.maskedContact(actor, ticket),
      serviceItem: item && serviceItemDto(item),
      dispatchedAt: iso(ticket.dispatched_at),
      acceptedAt: iso(ticket.accepted_at),
      closedAt: iso(ticket.closed_at),
      note: full ? ticket.note : null,
      reply:
        reply && full
          ? {
              how: reply.how,
              text: reply.text,
              repliedAt: isoOf(reply.replied_at),
              ...nameOf(reply.unit_id),
              inTime: reply.in_time,
            }
          : null,
      rating: rating && {
        score: rating.score,
        comment: full ? rating.comment : null,
        ratedAt: isoOf(rating.rated_at),
      },
      review: review && {
        askedAt: isoOf(review.asked_at),
        via: review.via,
        reason: full ? review.reason : null,
        outcome: review.outcome,
        decidedAt: review.decided_at && isoOf(review.decided_at),
        decisionReason: full ? review.decision_reason : null,
        ownDecision: own && fits('uphold', guarded(ticket)) && permits(actor, 'uphold', guarded(ticket)),
      },
      clocks: (ticket.clocks ?? []).map((clock) => ({
        kind: clock.kind,
        state: clockStateAt(faceOf(clock), now),
        startedAt: isoOf(clock.started_at),
        dueAt: isoOf(clock.due_at),
        metAt: clock.met_at && isoOf(clock.met_at),
      })),
      interview: interviewOf(ticket.interview),
      notices: (ticket.notices ?? []).map((notice) => ({
        id: notice.id,
        kind: notice.kind,
        colour: notice.colour,
        number: notice.number,
        reason: notice.reason,
        issuedAt: isoOf(notice.issued_at),
        dueAt: notice.due_at && isoOf(notice.due_at),
      })),
      allowed: allowedActions(actor, guarded(ticket), own),
    });
  }

  /** Masked for those who may open it, nothing for the others: even four digits tell a unit who it was. */
  private maskedContact(actor: Actor, ticket: TicketDetailRecord): MaskedContactDto {
    const { contact } = ticket;
    if (!contact || !permits(actor, 'reveal', guarded(ticket))) return { name: null, phone: null };
    return maskIdentity(this.contacts.open({ sealedName: contact.sealed_name, sealedPhone: contact.sealed_phone }));
  }
}

/** What the policy has to know of a row. */
export function guarded(row: TicketRowRecord): GuardedTicket {
  const { state, unit_id: unitId, confidential, review_asked_at: reviewAskedAt } = row;
  return { state, unitId, confidential, reviewAskedAt };
}

/** An interview of which only a later step has been heard yet is not shown. */
function interviewOf(interview: TicketDetailRecord['interview']): TicketInterviewDto | null {
  if (!interview || interview.case_number === null || interview.due_at === null) return null;
  return {
    caseId: interview.case_id,
    caseNumber: interview.case_number,
    round: interview.round,
    dueAt: isoOf(interview.due_at),
    startAt: interview.start_at && isoOf(interview.start_at),
    endAt: interview.end_at && isoOf(interview.end_at),
    placeZh: interview.place_zh,
    placeEn: interview.place_en,
    heldAt: interview.held_at && isoOf(interview.held_at),
  };
}

function faceOf(clock: TicketRowRecord['clock']): ClockFace | null {
  return (
    clock && {
      dueAt: new Date(clock.due_at),
      nearAt: new Date(clock.near_at),
      stoppedAt: clock.stopped_at === null ? null : new Date(clock.stopped_at),
      metAt: clock.met_at === null ? null : new Date(clock.met_at),
    }
  );
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** PostgreSQL writes instants in JSON with an offset; the API's are UTC. */
const isoOf = (at: string): string => new Date(at).toISOString();
