import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { NotFound, RuleBroken, StaleVersion, WrongState } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';
import { turnFinder } from './domain/balance.js';
import { checkRoster } from './domain/check-roster.js';
import { seatOf, type RosterFrame } from './domain/roster.js';
import { newlyBroken } from './domain/violation.js';
import { RosterFrames } from './roster-frames.js';
import { RosterReader } from './roster-reader.js';
import { rosterViolation } from './roster-view.js';
import type { DutyBody, RestBody, RosterDetail, SwapBody } from './roster.dto.js';
import { RosterBreaksRules } from './roster.errors.js';
import type { Assignments, KeptDuty, Roster } from './roster-rows.js';
import { RosterRepository } from './rosters.repository.js';

/** What a change is made to. */
interface Standing extends Assignments {
  readonly roster: Roster;
  readonly frame: RosterFrame;
}

/** What a change leads to, and how it is written. */
interface Change extends Assignments {
  readonly days: readonly Day[];
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly write: (em: EntityManager) => Promise<void>;
}

/**
 * Rosters changed by hand, drafts and those in force. A change may not break a hard rule that held before it; what was
 * broken already is not held against it, so that a roster with gaps can be mended one by one.
 */
@Injectable()
export class RosterChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rosters: RosterRepository,
    private readonly frames: RosterFrames,
    private readonly reader: RosterReader,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts somebody on duty in addition.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, RuleBroken `day-is-over`, `day-outside-roster`
   */
  add(actor: StaffActor, id: string, version: number, body: DutyBody): Promise<RosterDetail> {
    return this.inTransaction(actor, id, version, ({ roster, frame, duties, rests }) => {
      const { day, session, postId, officerId } = body;
      if (day < roster.fromDay || day > roster.toDay) throw new RuleBroken('day-outside-roster', { day });
      const known = frame.officers.some((one) => one.id === officerId);
      if (!known || (postId !== null && !frame.posts.some((one) => one.id === postId))) throw new NotFound();
      const role = postId === null ? ('leader' as const) : ('post' as const);
      const duty = { id: newId(), day, session, postId, officerId, role, seat: seat(frame, postId, officerId) };
      return {
        duties: [...duties, { ...duty, tookOverFrom: null }],
        rests,
        days: [day],
        action: 'duty-added',
        detail: { day, session, postId, officerId },
        write: (em) => this.rosters.insertDuties(em, roster, [{ ...duty, turn: turnFinder(frame.days)(duty) }]),
      };
    });
  }

  /**
   * Gives a duty to somebody else.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, RuleBroken `day-is-over`
   */
  change(actor: StaffActor, id: string, version: number, dutyId: string, officerId: string): Promise<RosterDetail> {
    return this.inTransaction(actor, id, version, ({ frame, duties, rests }) => {
      const duty = find(duties, dutyId);
      if (!frame.officers.some((one) => one.id === officerId)) throw new NotFound();
      const changed = handed(frame, duty, officerId);
      return {
        duties: duties.map((one) => (one === duty ? changed : one)),
        rests,
        days: [duty.day],
        action: 'duty-changed',
        detail: { ...about(duty), from: duty.officerId, to: officerId },
        write: (em) => this.rosters.assign(em, [changed]),
      };
    });
  }

  /**
   * Takes a duty off the roster.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, RuleBroken `day-is-over`
   */
  remove(actor: StaffActor, id: string, version: number, dutyId: string): Promise<RosterDetail> {
    return this.inTransaction(actor, id, version, ({ duties, rests }) => {
      const duty = find(duties, dutyId);
      return {
        duties: duties.filter((one) => one !== duty),
        rests,
        days: [duty.day],
        action: 'duty-removed',
        detail: { ...about(duty), officerId: duty.officerId },
        write: (em) => this.rosters.removeDuty(em, dutyId),
      };
    });
  }

  /**
   * Two officers take one another's duty.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, RuleBroken `day-is-over`
   */
  swap(actor: StaffActor, id: string, version: number, body: SwapBody): Promise<RosterDetail> {
    return this.inTransaction(actor, id, version, ({ frame, duties, rests }) => {
      const [one, other] = [find(duties, body.dutyId), find(duties, body.otherDutyId)];
      const swapped = [handed(frame, one, other.officerId), handed(frame, other, one.officerId)];
      return {
        duties: duties.map((duty) => swapped.find((each) => each.id === duty.id) ?? duty),
        rests,
        days: [one.day, other.day],
        action: 'duties-swapped',
        detail: {
          duties: [one, other].map((duty) => ({ ...about(duty), from: duty.officerId })),
        },
        write: (em) => this.rosters.assign(em, swapped),
      };
    });
  }

  /**
   * Gives a half of a working day back (轮休), or takes it off the roster again.
   * @throws NotFound, StaleVersion, WrongState, RosterBreaksRules, RuleBroken `day-is-over`, `not-a-working-day`
   */
  rest(actor: StaffActor, id: string, version: number, body: RestBody): Promise<RosterDetail> {
    return this.inTransaction(actor, id, version, ({ roster, frame, duties, rests }) => {
      const { officerId, day, session, given } = body;
      if (!frame.officers.some((one) => one.id === officerId)) throw new NotFound();
      const found = frame.days.find((one) => one.day === day);
      if (found?.kind !== 'working') throw new RuleBroken('not-a-working-day', { day });
      const rest = { officerId, day, session };
      const others = rests.filter(
        (one) => !(one.officerId === officerId && one.day === day && one.session === session),
      );
      return {
        duties,
        rests: given ? [...others, rest] : others,
        days: [day],
        action: given ? 'rest-given' : 'rest-taken-off',
        detail: rest,
        write: (em) =>
          given ? this.rosters.addRest(em, roster.id, rest) : this.rosters.removeRest(em, roster.id, rest),
      };
    });
  }

  private inTransaction(
    actor: StaffActor,
    id: string,
    version: number,
    changeOf: (standing: Standing) => Change,
  ): Promise<RosterDetail> {
    return this.dataSource.transaction(async (em) => {
      const roster = await this.rosters.lock(em, id);
      if (roster.version !== version) throw new StaleVersion({ current: roster.version });
      if (roster.state === 'withdrawn') throw new WrongState({ state: roster.state, allowed: [] });
      const frame = await this.frames.read(em, roster.siteId, roster, id);
      const before = await this.rosters.assignments(em, id);
      const change = changeOf({ roster, frame, ...before });
      const now = this.clock.now();
      if (roster.state === 'published') this.refuseDaysOver(change.days, now);
      refuseNewlyBroken(frame, before, change);
      await change.write(em);
      await this.rosters.raiseVersion(em, id);
      const { action, detail } = change;
      await this.ledger.write(em, { itemType: 'roster', itemId: id, action, actor, at: now, detail });
      if (roster.state === 'published') await raiseStamp(em, roster.siteId);
      this.news.tell(em, roster.siteId);
      return this.reader.detailIn(em, id);
    });
  }

  /** What has been worked under a published roster counts in the balance and stays as it was. */
  private refuseDaysOver(days: readonly Day[], now: Date): void {
    const today = dayOf(this.calendars.current(), now);
    const over = days.find((day) => day < today);
    if (over !== undefined) throw new RuleBroken('day-is-over', { day: over });
  }
}

function refuseNewlyBroken(frame: RosterFrame, before: Assignments, after: Assignments): void {
  const [first, ...others] = newlyBroken(
    checkRoster(frame, before.duties, before.rests),
    checkRoster(frame, after.duties, after.rests),
  ).map((violation) => rosterViolation(frame, violation));
  if (first) throw new RosterBreaksRules([first, ...others]);
}

function find(duties: readonly KeptDuty[], id: string): KeptDuty {
  const duty = duties.find((one) => one.id === id);
  if (!duty) throw new NotFound();
  return duty;
}

/** The duty in somebody else's hands; it was agreed on, nobody stands in for anybody. */
function handed(frame: RosterFrame, duty: KeptDuty, officerId: string): KeptDuty {
  return { ...duty, officerId, seat: seat(frame, duty.postId, officerId), tookOverFrom: null };
}

/** Someone who is neither A nor B is refused by the check; till then they sit in A's place. */
function seat(frame: RosterFrame, postId: string | null, officerId: string): 'A' | 'B' | null {
  if (postId === null) return null;
  const post = frame.posts.find(({ id }) => id === postId);
  return (post && seatOf(post, officerId)) ?? 'A';
}

function about({ id, day, session, postId }: KeptDuty) {
  return { dutyId: id, day, session, postId };
}
