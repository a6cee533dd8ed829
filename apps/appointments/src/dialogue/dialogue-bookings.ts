import { CITIZEN } from '@app/common/auth/actor.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { DomainError } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { BookingMoves } from '../bookings/booking-moves.service.js';
import { BookingSteps } from '../bookings/booking-steps.service.js';
import { ClosedBookings } from '../bookings/closed-bookings.js';
import { BookingTaking } from '../bookings/booking-taking.service.js';
import { allowedSteps } from '../bookings/domain/booking-rules.js';
import { stateAt, type BookingState } from '../bookings/domain/booking-state.js';
import { attempt } from './attempt.js';
import type { Errand } from './domain/dialogue-state.js';
import type { Done, Effects, Failed, FoundBooking } from './domain/effects.js';

/** The phone on the other side. */
export interface Caller {
  /** E.164. */
  readonly phone: string;
  readonly phoneFingerprint: string;
  readonly language: Language;
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly state: BookingState;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly heldUntil: Date;
  readonly zh: string;
  readonly en: string;
}

const OF_PHONE = `
  SELECT b.id, b.code, b.state, b.start_at AS "startAt", b.end_at AS "endAt", b.held_until AS "heldUntil",
         s.name_zh AS zh, s.name_en AS en
    FROM booking b JOIN site s ON s.id = b.site_id WHERE b.phone_fingerprint = $1`;

const TO_RATE = `
  SELECT b.code FROM booking b
   WHERE b.phone_fingerprint = $1 AND b.state = 'served'
     AND NOT EXISTS (SELECT FROM booking_rating r WHERE r.booking_id = b.id)
   ORDER BY b.start_at DESC LIMIT 1`;

/** What refusals mean to a dialogue; every other rule is `refused`. */
const MEANING: Readonly<Record<string, Failed['kind']>> = {
  'slot-taken': 'taken',
  'appointment-in-the-past': 'taken',
  'already-booked-that-day': 'exists',
  'not-found': 'unknown',
  'blocked-after-no-shows': 'blocked',
};
const HOLD_EXPIRED = 'hold-expired';

/**
 * Books, moves, cancels and rates for a dialogue, by the same ways as everybody. Each attempt stands in a savepoint: what
 * is refused leaves nothing behind, and the dialogue goes on.
 */
@Injectable()
export class DialogueBookings {
  constructor(
    private readonly taking: BookingTaking,
    private readonly steps: BookingSteps,
    private readonly moves: BookingMoves,
    private readonly closed: ClosedBookings,
    private readonly settings: AppointmentsSettings,
  ) {}

  async hold(em: EntityManager, { errand, startAt }: Effects['hold']['asked']): Promise<Effects['hold']['outcome']> {
    if (errand.kind !== 'book') return { kind: 'refused' };
    const { itemCode, siteId } = errand;
    const held = await attempt(em, (tx) =>
      this.taking.bookIn(tx, CITIZEN, { itemCode, siteId, startAt, channel: 'sms' }),
    );
    return held instanceof DomainError ? failure(held) : { kind: 'held', code: held.code };
  }

  /** A hold that has run out is booked anew, if its time is still free. */
  async confirm(
    em: EntityManager,
    caller: Caller,
    { errand, startAt, hold }: Effects['confirm']['asked'],
  ): Promise<Done | Failed> {
    if (errand.kind === 'move') return this.move(em, caller, errand, startAt);
    const { itemCode, siteId } = errand;
    const contact = { phone: caller.phone, language: caller.language };
    const book = (): Promise<DomainError | object> =>
      attempt(em, (tx) => this.taking.bookIn(tx, CITIZEN, { itemCode, siteId, startAt, channel: 'sms', contact }));
    if (hold === null) return outcomeOf(await book());
    const confirmed = await attempt(em, (tx) => this.steps.confirm(tx, CITIZEN, hold, { contact }));
    const expired = confirmed instanceof DomainError && confirmed.type === HOLD_EXPIRED;
    return outcomeOf(expired ? await book() : confirmed);
  }

  /** An offer of the waiting list has its contact already. */
  async take(em: EntityManager, caller: Caller, code: string, now: Date): Promise<Effects['take']['outcome']> {
    const [offer] = await this.find(em, caller, code);
    if (!offer) return { kind: 'unknown' };
    // Taken up before, or too late: that is said.
    if (stateAt(offer, now) !== 'held') return { kind: 'found', booking: await this.seen(em, offer, now) };
    return outcomeOf(await attempt(em, (tx) => this.steps.confirm(tx, CITIZEN, code, {})));
  }

  async drop(em: EntityManager, caller: Caller, code: string, now: Date): Promise<Effects['drop']['outcome']> {
    const [booking] = await this.find(em, caller, code);
    if (!booking) return { kind: 'unknown' };
    const dropped = outcomeOf(await attempt(em, (tx) => this.steps.cancel(tx, CITIZEN, code, null)));
    if (dropped.kind !== 'done' || booking.state !== 'held') return dropped;
    const [after = booking] = await this.find(em, caller, code);
    return { kind: 'found', booking: await this.seen(em, after, now) };
  }

  /** A hold that is over, or a booking by now, stays as it is. */
  async release(em: EntityManager, code: string): Promise<void> {
    await attempt(em, (tx) => this.steps.release(tx, CITIZEN, code));
  }

  /** The phone's booking of a code; without one, its bookings ahead, at most two. */
  async find(em: EntityManager, { phoneFingerprint }: Caller, code: string | null, now?: Date): Promise<Row[]> {
    if (code !== null) return em.query(`${OF_PHONE} AND b.code = $2`, [phoneFingerprint, code]);
    return em.query(`${OF_PHONE} AND b.state = 'confirmed' AND b.start_at > $2 ORDER BY b.start_at LIMIT 2`, [
      phoneFingerprint,
      now,
    ]);
  }

  /** What the dialogue sees of a booking now. */
  async seen(em: EntityManager, row: Row, now: Date): Promise<FoundBooking> {
    const unkept = await this.closed.isUnkept(em, row);
    const allowed = allowedSteps({ ...row, rated: true }, { now, byStaff: false, unkept, rules: this.settings });
    const { code, startAt, zh, en } = row;
    const state = stateAt(row, now);
    return {
      code,
      state: state === 'released' ? 'cancelled' : state,
      startAt: startAt.toISOString(),
      place: { zh, en },
      mayMove: allowed.includes('move'),
      mayCancel: allowed.includes('cancel') || allowed.includes('release'),
    };
  }

  /** Rates the last served booking of the phone that waits for it. */
  async rate(em: EntityManager, caller: Caller, score: number): Promise<Effects['rate']['outcome']> {
    const [served] = await em.query<{ code: string }[]>(TO_RATE, [caller.phoneFingerprint]);
    if (!served) return { kind: 'unknown' };
    const { code } = served;
    const rated = await attempt(em, (tx) => this.steps.rate(tx, CITIZEN, code, { score, comment: null, via: 'sms' }));
    return rated instanceof DomainError ? { kind: 'unknown' } : { kind: 'rated', code };
  }

  private async move(
    em: EntityManager,
    caller: Caller,
    { code }: Extract<Errand, { kind: 'move' }>,
    startAt: string,
  ): Promise<Done | Failed> {
    const [own] = await this.find(em, caller, code);
    if (!own) return { kind: 'unknown' };
    return outcomeOf(await attempt(em, (tx) => this.moves.move(tx, CITIZEN, code, { startAt }, null)));
  }
}

function outcomeOf(result: object): Done | Failed {
  return result instanceof DomainError ? failure(result) : { kind: 'done' };
}

function failure({ type, data }: DomainError): Failed {
  const name = type === 'rule-broken' ? String(data.rule) : type;
  return { kind: MEANING[name] ?? 'refused' };
}
