import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { instantIn, type Day } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isWithin } from '../schedule/domain/site-schedule.js';
import type { AbsentDuty } from './absence.dto.js';
import type { Absence } from './absences.repository.js';
import { seatOf, type RosterFrame } from './domain/roster.js';
import { givenBack, takeOvers } from './domain/take-over.js';
import { RosterFrames } from './roster-frames.js';
import type { KeptDuty, Roster } from './roster-rows.js';
import { RosterRepository } from './rosters.repository.js';

interface Case {
  readonly actor: Actor;
  readonly absence: Absence;
  readonly now: Date;
}

/** Moves duties of published rosters between those who are away and those who stand in for them. */
@Injectable()
export class StandIns {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly frames: RosterFrames,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
  ) {}

  /**
   * The duties of the absent officer that are not over go to others, where others can.
   * @param found.absence is in the database already; the caller holds the site's lock
   * @returns all of these duties, by day
   */
  async takeOver(em: EntityManager, { actor, absence, now }: Case): Promise<AbsentDuty[]> {
    const told: AbsentDuty[] = [];
    const { siteId, officerId, fromDay, toDay } = absence;
    for (const roster of await this.rosters.published(em, siteId, fromDay, toDay)) {
      const frame = await this.frames.read(em, siteId, roster, roster.id);
      const { duties, rests } = await this.rosters.assignments(em, roster.id);
      const lost = duties.filter(
        (duty) =>
          duty.officerId === officerId &&
          duty.role !== 'volunteer' &&
          isWithin(absence, duty.day) &&
          !isOver(this.calendars.current(), duty, now),
      );
      const found = takeOvers(frame, duties, rests, lost);
      const taken = found.flatMap(({ duty, officerId: by }) =>
        by === null ? [] : [{ duty, to: by, tookOverFrom: duty.tookOverFrom ?? officerId }],
      );
      await this.hand(em, { roster, frame, actor, now, action: 'took-over' }, taken);
      told.push(
        ...found.map(({ duty, officerId: takenOverBy }) => {
          const { id: dutyId, day, session, postId } = duty;
          return { rosterId: roster.id, dutyId, day, session, postId, takenOverBy };
        }),
      );
    }
    return told;
  }

  /**
   * What others took over and the officer can have again goes back.
   * @param found.from the first day the officer is here
   * @returns ids of the duties
   */
  async giveBack(em: EntityManager, { actor, absence, now, from }: Case & { from: Day }): Promise<string[]> {
    const back: string[] = [];
    const { siteId, officerId, toDay } = absence;
    const today = dayOf(this.calendars.current(), now);
    for (const roster of await this.rosters.published(em, siteId, from > today ? from : today, toDay)) {
      const frame = await this.frames.read(em, siteId, roster, roster.id);
      const { duties, rests } = await this.rosters.assignments(em, roster.id);
      const own = givenBack(frame, duties, rests, { officerId, from }).filter(
        (duty) => isWithin(absence, duty.day) && !isOver(this.calendars.current(), duty, now),
      );
      const handed = own.map((duty) => ({ duty, to: officerId, tookOverFrom: null }));
      await this.hand(em, { roster, frame, actor, now, action: 'given-back' }, handed);
      back.push(...own.map(({ id }) => id));
    }
    return back;
  }

  private async hand(
    em: EntityManager,
    {
      roster,
      frame,
      actor,
      now,
      action,
    }: Omit<Case, 'absence'> & { roster: Roster; frame: RosterFrame; action: string },
    changes: readonly { duty: KeptDuty; to: string; tookOverFrom: string | null }[],
  ): Promise<void> {
    if (changes.length === 0) return;
    await this.rosters.assign(
      em,
      changes.map(({ duty, to, tookOverFrom }) => {
        const post = frame.posts.find(({ id }) => id === duty.postId);
        return { id: duty.id, officerId: to, seat: post ? seatOf(post, to) : null, tookOverFrom };
      }),
    );
    await this.rosters.raiseVersion(em, roster.id);
    for (const { duty, to } of changes) {
      const { id: dutyId, day, session, postId, officerId: from } = duty;
      const detail = { dutyId, day, session, postId, from, to };
      await this.ledger.write(em, { itemType: 'roster', itemId: roster.id, action, actor, at: now, detail });
    }
  }
}

/** Whether the session is over: what has been worked stays with whoever worked it. */
function isOver({ sessions, timeZone }: WorkingCalendar, { day, session }: KeptDuty, now: Date): boolean {
  const end = sessions.find(({ name }) => name === session)?.end ?? 24 * 60;
  return instantIn(timeZone, day, end) <= now;
}
