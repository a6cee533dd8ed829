import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OwnContactRequests } from '../contact-requests/own-contact-requests.service.js';
import type { ContactRequestState } from '../contact-requests/domain/contact-request-state.js';
import type { WaitlistState } from '../waitlist/domain/waitlist-state.js';
import { Waitlist } from '../waitlist/waitlist.service.js';
import { attempt } from './attempt.js';
import type { Caller } from './dialogue-bookings.js';
import type { Effects } from './domain/effects.js';

type Outcome = Effects['standing']['outcome'];

const WAITLIST_ENTRY = `
  SELECT w.code, w.state, b.code AS booking, b.start_at AS "startAt", b.held_until AS until
    FROM waitlist_entry w LEFT JOIN booking b ON b.id = w.booking_id
   WHERE w.code = $1 AND w.phone_fingerprint = $2`;

interface EntryRow {
  readonly code: string;
  readonly state: WaitlistState;
  readonly booking: string | null;
  readonly startAt: Date | null;
  readonly until: Date | null;
}

const CONTACT_REQUEST = `
  SELECT code, state, contact_due_at AS "dueAt", agreed_start_at AS "agreedAt" FROM contact_request
   WHERE code = $1 AND phone_fingerprint = $2`;

interface RequestRow {
  readonly code: string;
  readonly state: ContactRequestState;
  readonly dueAt: Date;
  readonly agreedAt: Date | null;
}

/** How places on the waiting list and requests to be contacted stand, and leaving them; a phone has to do with its own only. */
@Injectable()
export class DialogueStandings {
  constructor(
    private readonly waitlist: Waitlist,
    private readonly contactRequests: OwnContactRequests,
  ) {}

  async of(em: EntityManager, { phoneFingerprint }: Caller, code: string, now: Date): Promise<Outcome> {
    const of = [code, phoneFingerprint];
    const [entry] = await em.query<EntryRow[]>(WAITLIST_ENTRY, of);
    if (entry) return waiting(entry, now);
    const [request] = await em.query<RequestRow[]>(CONTACT_REQUEST, of);
    return request ? contact(request, now) : { kind: 'unknown' };
  }

  /** What cannot be left any more (a time taken, a citizen served) stays as it is, and that is said. */
  async leave(em: EntityManager, caller: Caller, code: string, now: Date): Promise<Outcome> {
    const { kind } = await this.of(em, caller, code, now);
    if (kind === 'unknown') return { kind };
    await attempt<object>(em, (tx) =>
      kind === 'waitlist' ? this.waitlist.withdraw(tx, code) : this.contactRequests.takeBackIn(tx, code),
    );
    return this.of(em, caller, code, now);
  }
}

function waiting({ code, state, booking, startAt, until }: EntryRow, now: Date): Outcome {
  if (state === 'offered' && startAt && until && until > now) {
    const offer = { startAt: startAt.toISOString(), until: until.toISOString() };
    return { kind: 'waitlist', code, state, booking, offer };
  }
  // The timer that ends an offer may come a moment later than its end.
  const seen = state === 'offered' ? 'over' : state;
  return { kind: 'waitlist', code, state: seen, booking: state === 'taken' ? booking : null, offer: null };
}

function contact({ code, state, dueAt, agreedAt }: RequestRow, now: Date): Outcome {
  const isOverdue = state === 'requested' && now >= dueAt;
  return {
    kind: 'contact',
    code,
    state: isOverdue ? 'overdue' : state,
    dueAt: dueAt.toISOString(),
    agreedAt: agreedAt?.toISOString() ?? null,
  };
}
