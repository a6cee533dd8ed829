import type { SessionName, WorkingCalendar } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import type { DayKind } from '../../schedule/domain/day-kind.js';
import { isExtended } from '../../schedule/domain/open-sessions.js';
import { isWithin, type Days } from '../../schedule/domain/site-schedule.js';

/** What a turn counts as when turns are shared; `ordinary` ones are daily work and are not shared. */
export const SHARED_TURNS = ['noon', 'evening', 'weekend', 'holiday'] as const;
export type SharedTurn = (typeof SHARED_TURNS)[number];
export type Turn = SharedTurn | 'ordinary';

/** The half of a working day that is given back (轮休): no duty in its sessions. */
export const HALF_DAYS = {
  morning: ['morning', 'noon'],
  afternoon: ['afternoon', 'evening'],
} as const satisfies Record<string, readonly SessionName[]>;
export type HalfDay = keyof typeof HALF_DAYS;

/** Somebody who serves or leads at a site. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly qualifications: readonly string[];
  readonly mayLead: boolean;
  /** False: left the office. */
  readonly active: boolean;
  readonly absences: readonly Days[];
}

/** A post with its A and B person (AB岗). */
export interface Post {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly qualifications: readonly string[];
  readonly aOfficerId: string | null;
  readonly bOfficerId: string | null;
}

/** Somebody has to be on duty: at a post, or as the day's leader (坐堂值班) where `postId` is null. */
export interface Demand {
  readonly day: Day;
  readonly session: SessionName;
  readonly postId: string | null;
}

/** A session of a day in which the site is open. */
export interface RosterSession {
  readonly session: SessionName;
  /** Minutes since midnight: when the first window opens and the last closes. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly turn: Turn;
  /** Posts with a window open in it, by id. */
  readonly openPosts: readonly string[];
}

/** A day of the period; without sessions where the site is closed. */
export interface RosterDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly sessions: readonly RosterSession[];
}

/** One officer's turn. A volunteer's fills no demand. */
export interface Duty {
  readonly day: Day;
  readonly session: SessionName;
  readonly role: 'post' | 'leader' | 'volunteer';
  readonly postId: string | null;
  readonly officerId: string;
}

/** A half of a working day off in return for one worked on a weekend or holiday. */
export interface Rest {
  readonly officerId: string;
  readonly day: Day;
  readonly session: HalfDay;
}

/** What officers have done: turns in sessions, rest half-days worked and given back. */
export interface TurnCount extends Readonly<Record<SharedTurn, number>> {
  readonly restWorked: number;
  readonly restGivenBack: number;
}

/** The numbers a county sets for its rosters. */
export interface RosterRules {
  /** Sessions one person may be on duty in on one day. */
  readonly sessionsADay: number;
  /** A rest half-day worked is to be given back within so many days. */
  readonly restWithinDays: number;
}

/** All that a roster of a site and period is made from and measured by. */
export interface RosterFrame {
  readonly days: readonly RosterDay[];
  readonly officers: readonly Officer[];
  readonly posts: readonly Post[];
  /** By officer: what was published before the period. */
  readonly carried: ReadonlyMap<string, TurnCount>;
  readonly rules: RosterRules;
}

export const NO_TURNS: TurnCount = { noon: 0, evening: 0, weekend: 0, holiday: 0, restWorked: 0, restGivenBack: 0 };

/** What a session on a day counts as. */
export function turnOf(calendar: WorkingCalendar, kind: DayKind, session: SessionName): Turn {
  if (kind !== 'working') return kind;
  if (!isExtended(calendar, session, kind)) return 'ordinary';
  return session === 'noon' ? 'noon' : 'evening';
}

export function isAbsent(officer: Officer, day: Day): boolean {
  return officer.absences.some((absence) => isWithin(absence, day));
}

export function isQualified(officer: Officer, post: Post): boolean {
  return post.qualifications.every((one) => officer.qualifications.includes(one));
}

/** Whether the officer is the post's A or its B person. */
export function seatOf(post: Post, officerId: string): 'A' | 'B' | null {
  if (post.aOfficerId === officerId) return 'A';
  return post.bOfficerId === officerId ? 'B' : null;
}

/** Half-days an officer has worked on rest days and not yet got back. */
export function owedHalfDays({ restWorked, restGivenBack }: TurnCount): number {
  return restWorked - restGivenBack;
}
