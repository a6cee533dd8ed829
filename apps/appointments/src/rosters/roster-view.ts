import type { Session } from '@app/common/calendar/calendar.js';
import { sumOfTurns, turnsInPeriod } from './domain/balance.js';
import { checkRoster } from './domain/check-roster.js';
import { isAbsent, NO_TURNS, owedHalfDays, type RosterDay as FrameDay, type RosterFrame } from './domain/roster.js';
import { violationWords } from './domain/roster-words.js';
import { isHard, type Violation } from './domain/violation.js';
import type { OfficerBalance, RosterDay, RosterDetail, RosterRow, RosterViolation } from './roster.dto.js';
import type { Assignments, KeptDuty, Roster } from './roster-rows.js';

const ALLOWED: Readonly<Record<Roster['state'], RosterDetail['allowed']>> = {
  draft: ['change', 'publish', 'withdraw'],
  published: ['change', 'withdraw'],
  withdrawn: [],
};

export function rosterRow(roster: Roster): RosterRow {
  const { id, siteId, fromDay, toDay, state, madeAt, publishedAt, version } = roster;
  return {
    id,
    siteId,
    fromDay,
    toDay,
    state,
    madeAt: madeAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    version,
  };
}

/** Everything a month grid shows of a roster. */
export function rosterDetail(
  roster: Roster,
  frame: RosterFrame,
  assignments: Assignments,
  hours: readonly Session[],
): RosterDetail {
  const { duties, rests } = assignments;
  const { siteNameZh, siteNameEn } = roster;
  return {
    ...rosterRow(roster),
    siteNameZh,
    siteNameEn,
    posts: frame.posts.map(({ id, nameZh, nameEn, aOfficerId, bOfficerId }) => ({
      id,
      nameZh,
      nameEn,
      aOfficerId,
      bOfficerId,
    })),
    officers: frame.officers.map(({ id, name, mayLead, active }) => ({ id, name, mayLead, active })),
    days: frame.days.map((day) => rosterDay(frame, day, assignments, hours)),
    violations: checkRoster(frame, duties, rests).map((violation) => rosterViolation(frame, violation)),
    balance: balanceOf(frame, assignments),
    allowed: [...ALLOWED[roster.state]],
  };
}

export function rosterViolation(frame: RosterFrame, violation: Violation): RosterViolation {
  return { ...violation, hard: isHard(violation), ...violationWords(frame, violation) };
}

function rosterDay(frame: RosterFrame, day: FrameDay, assignments: Assignments, hours: readonly Session[]): RosterDay {
  const duties = assignments.duties.filter((duty) => duty.day === day.day);
  return {
    day: day.day,
    kind: day.kind,
    sessions: sessionsShown(day, duties, hours).map(({ session, fromMinute, toMinute, turn, openPosts }) => ({
      session,
      from: clock(fromMinute),
      to: clock(toMinute),
      turn,
      openPosts: [...openPosts],
      duties: duties
        .filter((duty) => duty.session === session)
        .map(({ id, role, postId, seat, officerId, tookOverFrom }) => ({
          id,
          role,
          postId,
          seat,
          officerId,
          tookOverFrom,
        })),
    })),
    rests: assignments.rests
      .filter((rest) => rest.day === day.day)
      .map(({ officerId, session }) => ({ officerId, session })),
    absent: frame.officers.filter((officer) => isAbsent(officer, day.day)).map(({ id }) => id),
  };
}

/** The open sessions, and those closed since somebody was put on duty in them: the planner has to see whom. */
function sessionsShown(
  { sessions }: FrameDay,
  duties: readonly KeptDuty[],
  hours: readonly Session[],
): FrameDay['sessions'] {
  return hours.flatMap(({ name, start, end }) => {
    const open = sessions.find(({ session }) => session === name);
    if (open) return [open];
    if (!duties.some(({ session }) => session === name)) return [];
    return [{ session: name, fromMinute: start, toMinute: end, turn: 'ordinary', openPosts: [] }];
  });
}

function balanceOf(frame: RosterFrame, { duties, rests }: Assignments): OfficerBalance[] {
  const turns = turnsInPeriod(frame, duties, rests);
  return frame.officers.map(({ id, name }) => {
    const carried = frame.carried.get(id) ?? NO_TURNS;
    const period = turns.get(id) ?? NO_TURNS;
    return { officerId: id, name, carried, period, owedHalfDays: owedHalfDays(sumOfTurns(carried, period)) };
  });
}

/** `HH:MM` of minutes since midnight. */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
