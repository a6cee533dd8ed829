import { SESSION_NAMES } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { restFaults } from './balance.js';
import { demandsOf } from './demands.js';
import {
  HALF_DAYS,
  isAbsent,
  isQualified,
  seatOf,
  type Demand,
  type Duty,
  type Officer,
  type Rest,
  type RosterFrame,
} from './roster.js';
import type { RosterRule, Violation } from './violation.js';

/**
 * Measures a roster by the rules (domain.md §3, 值班、AB岗、轮休): the one check for a proposal, a change by hand, a
 * swap and publication.
 * @returns what it breaks, by day, session and rule; `isHard` tells what keeps it from being published
 */
export function checkRoster(frame: RosterFrame, duties: readonly Duty[], rests: readonly Rest[]): Violation[] {
  const found = [
    ...unfilled(frame, duties),
    ...duties.flatMap((duty) => wrongPerson(frame, duty)),
    ...tooMuch(frame, duties),
    ...onRest(duties, rests),
    ...notOpen(frame, duties),
    ...restFaults(frame, duties, rests).map(({ officerId, day, fault }) =>
      violation(fault === 'overdue' ? 'rest-overdue' : 'rest-not-owed', { day, officerId }),
    ),
  ];
  return found.toSorted(
    (a, b) =>
      a.day.localeCompare(b.day) ||
      sessionRank(a) - sessionRank(b) ||
      a.rule.localeCompare(b.rule) ||
      (a.officerId ?? '').localeCompare(b.officerId ?? '') ||
      (a.postId ?? '').localeCompare(b.postId ?? ''),
  );
}

/** A or B of each open post is present, and a leader is on duty in each open session. */
function unfilled(frame: RosterFrame, duties: readonly Duty[]): Violation[] {
  const present = new Set(
    duties
      .filter((duty) => mayServe(frame, duty))
      .map(({ day, session, postId }) => demandKey({ day, session, postId })),
  );
  return demandsOf(frame.days)
    .filter((demand) => !present.has(demandKey(demand)))
    .map((demand) => violation(demand.postId === null ? 'no-leader' : 'post-unfilled', demand));
}

function mayServe(frame: RosterFrame, duty: Duty): boolean {
  return duty.role !== 'volunteer' && wrongPerson(frame, duty).length === 0;
}

/** Why this officer is not one who could have this duty; an absent one is not there. */
function wrongPerson({ officers, posts }: RosterFrame, duty: Duty): Violation[] {
  const officer = officers.find(({ id }) => id === duty.officerId);
  const post = posts.find(({ id }) => id === duty.postId);
  const broken: RosterRule[] = [];
  if (!officer?.active) broken.push('officer-left');
  if (officer && isAbsent(officer, duty.day)) broken.push('absent');
  if (duty.role === 'leader' && !officer?.mayLead) broken.push('may-not-lead');
  if (duty.role === 'post' && (!post || seatOf(post, duty.officerId) === null)) broken.push('not-of-the-post');
  if (duty.role === 'post' && post && officer && !isQualified(officer, post)) broken.push('not-qualified');
  return broken.map((rule) => violation(rule, duty));
}

/** No one is in two places in one session, nor on duty all day long. */
function tooMuch({ rules, officers }: RosterFrame, duties: readonly Duty[]): Violation[] {
  return officers.flatMap(({ id }) => {
    const own = duties.filter(({ officerId }) => officerId === id);
    const days = [...new Set(own.map(({ day }) => day))];
    return days.flatMap((day) => {
      const ofDay = own.filter((duty) => duty.day === day);
      const sessions = SESSION_NAMES.filter((name) => ofDay.some(({ session }) => session === name));
      const twice = sessions.filter((name) => ofDay.filter(({ session }) => session === name).length > 1);
      return [
        ...twice.map((session) => violation('officer-twice', { day, session, officerId: id })),
        ...(sessions.length > rules.sessionsADay ? [violation('too-many-sessions', { day, officerId: id })] : []),
      ];
    });
  });
}

function onRest(duties: readonly Duty[], rests: readonly Rest[]): Violation[] {
  const resting = new Set(
    rests.flatMap(({ officerId, day, session }) => HALF_DAYS[session].map((name) => `${officerId} ${day} ${name}`)),
  );
  return duties
    .filter(({ officerId, day, session }) => resting.has(`${officerId} ${day} ${session}`))
    .map((duty) => violation('on-rest', duty));
}

function notOpen(frame: RosterFrame, duties: readonly Duty[]): Violation[] {
  const needed = new Set(demandsOf(frame.days).map(demandKey));
  return duties
    .filter(
      ({ role, day, session, postId }) => role !== 'volunteer' && !needed.has(demandKey({ day, session, postId })),
    )
    .map((duty) => violation('not-open', duty));
}

/** Whether an officer can have a duty at all: of the post, qualified, there. What else they do that day is not asked. */
export function couldServe(frame: RosterFrame, officer: Officer, { day, session, postId }: Demand): boolean {
  const duty: Duty = { day, session, postId, officerId: officer.id, role: postId === null ? 'leader' : 'post' };
  return wrongPerson(frame, duty).length === 0;
}

export function demandKey({ day, session, postId }: Demand): string {
  return `${day} ${session} ${postId ?? 'lead'}`;
}

function violation(
  rule: RosterRule,
  where: { day: Day } & Partial<Pick<Violation, 'session' | 'officerId' | 'postId'>>,
): Violation {
  const { day, session = null, officerId = null, postId = null } = where;
  return { rule, day, session, officerId, postId };
}

function sessionRank({ session }: Violation): number {
  return session === null ? -1 : SESSION_NAMES.indexOf(session);
}
