import type { Day } from '@app/common/calendar/zone.js';
import type { IdempotencyContext } from '@app/common/http/idempotency.js';
import type { DomainError } from '@app/common/http/problem.js';
import { Batches } from '@app/common/persistence/batches.js';
import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SlotFinder } from '../slots/slot-finder.js';
import type { OfferedItem } from '../schedule/domain/site-schedule.js';
import type { Span } from '../slots/domain/span.js';
import type { SlotOpenings } from '../slots/slot.js';
import {
  bookingRow,
  bookingStatement,
  type BookingAnswer,
  type BookingOutcome,
  type BookingRow,
  type CandidatePlace,
  type NewBooking,
} from './booking.statement.js';
import { refusedBy } from './database-refusal.js';
import { shuffled } from './domain/shuffled.js';

/** What a place is wanted for, in the slot finder's words. */
export interface PlaceQuestion {
  readonly itemCode: string;
  readonly siteId: string;
  readonly startAt: Date;
  readonly people: number;
  readonly green: boolean;
  readonly homeVisit: boolean;
}

/** How often the schedule may change under one booking before it is given up. */
const MOST_READINGS = 5;
/** More candidates than any hall has at once; a statement stays small. */
const MOST_CANDIDATES = 500;

/** A time at a site, with the windows that are open then. */
export interface Opening extends SlotOpenings, Span {
  readonly day: Day;
}

/** How a place is taken. */
export interface TakingPlan<B extends NewBooking> {
  readonly refuse: (item: OfferedItem | null) => DomainError | null;
  readonly make: (opening: Opening) => Promise<B> | B;
  readonly now: Date;
  /** Whether no-shows close this way of booking. */
  readonly penalised: boolean;
  readonly idempotency: IdempotencyContext;
}

/** The place that was taken, or why none was. */
export type Taking<B extends NewBooking> =
  | { readonly outcome: 'done'; readonly booked: B; readonly windowId: string; readonly place: number }
  | { readonly outcome: Exclude<BookingOutcome, 'done' | 'stale' | 'lost'> };

/** Takes places at windows, each of which is taken once whatever the number of processes. */
@Injectable()
export class BookingPlaces {
  private readonly batches = new Batches((rows: readonly BookingRow[]) => this.takeAll(rows));

  constructor(
    private readonly slots: SlotFinder,
    private readonly statements: StatementPool,
  ) {}

  /**
   * What the schedule says of a time. It is answered from memory; where that refuses, the schedule is read anew, for
   * it may have changed.
   * @param refuse the item and the way it is wanted, by catalogue
   * @param outdated the stamp of an answer that turned out to be an old one
   * @returns null where no window is open then
   * @throws what `refuse` gave
   */
  async opening(
    question: PlaceQuestion,
    refuse: (item: OfferedItem | null) => DomainError | null,
    now: Date,
    outdated?: string,
  ): Promise<Opening | null> {
    let openings = await this.slots.openings(question, now, outdated);
    if (refuse(openings.item) !== null || openings.windows.length === 0) {
      openings = await this.slots.openings(question, now, openings.stamp);
    }
    const refusal = refuse(openings.item);
    if (refusal !== null) throw refusal;
    const [first] = openings.windows;
    return first ? { ...openings, day: first.day, startAt: first.startAt, endAt: first.endAt } : null;
  }

  /**
   * Takes one of the free places. Whoever loses the race for one looks again, as long as one may be left.
   * @param em the transaction it belongs to; null: it commits by itself
   * @param plan.make what is written, by what the schedule says at that moment
   * @throws what `plan.refuse` gave
   */
  async take<B extends NewBooking>(
    em: EntityManager | null,
    question: PlaceQuestion,
    { refuse, make, now, penalised, idempotency }: TakingPlan<B>,
  ): Promise<Taking<B>> {
    let outdated: string | undefined;
    for (let reading = 0; reading < MOST_READINGS; reading += 1) {
      const opening = await this.opening(question, refuse, now, outdated);
      if (!opening) break;
      const booked = await make(opening);
      const candidates = candidatesOf(opening);
      const search = { candidates, stamp: opening.stamp, now, penalised };
      // Each loss means that one more place was taken.
      let losses = candidates.length + 1;
      let answer: BookingAnswer;
      do {
        answer = await this.run(em, bookingRow(booked, search, idempotency));
        losses -= 1;
      } while (answer.outcome === 'lost' && losses > 0);
      const { outcome, windowId, place } = answer;
      if (outcome === 'done' && windowId !== null && place !== null) return { outcome, booked, windowId, place };
      if (outcome === 'lost' || outcome === 'done') break;
      if (outcome !== 'stale') return { outcome };
      outdated = opening.stamp;
    }
    return { outcome: 'taken' };
  }

  private async run(em: EntityManager | null, row: BookingRow): Promise<BookingAnswer> {
    if (em) {
      const { text, values } = bookingStatement([row]);
      const [answer] = await em.query<BookingAnswer[]>(text, values);
      return answer ?? lost(row);
    }
    try {
      return await this.batches.do(row);
    } catch (error) {
      const refused = refusedBy(error);
      if (refused === 'key') return { ...lost(row), outcome: 'seen' };
      if (refused === 'place') return lost(row);
      throw error;
    }
  }

  private async takeAll(rows: readonly BookingRow[]): Promise<BookingAnswer[]> {
    const answers = await this.statements.run<BookingAnswer>(bookingStatement(rows));
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    return rows.map((row) => byId.get(row.id) ?? lost(row));
  }
}

const lost = ({ id }: BookingRow): BookingAnswer => ({ id, outcome: 'lost', windowId: null, place: null });

/** The places of the windows in no order, so that those who come at once seldom choose the same. */
export function candidatesOf({ windows }: SlotOpenings): CandidatePlace[] {
  const places = windows.flatMap(({ windowId, capacity, during }) =>
    Array.from({ length: capacity }, (_, i) => ({ windowId, place: i + 1, during })),
  );
  return shuffled(places, Math.random).slice(0, MOST_CANDIDATES);
}
