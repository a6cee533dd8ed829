import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import { PageQuery } from '@app/common/http/page.js';
import { IsBoolean, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';

export const ROSTER_STATES = ['draft', 'published', 'withdrawn'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];
export const DUTY_SESSIONS = ['morning', 'noon', 'afternoon', 'evening'] as const;
export const REST_SESSIONS = ['morning', 'afternoon'] as const;

export class RosterListQuery extends PageQuery {
  @IsUUID() site: string;
  @IsOptional() @IsIn(ROSTER_STATES) state?: RosterState;
}

export class ProposalBody {
  @IsUUID() siteId: string;
  /** `YYYY-MM-DD`, not before today. */
  @IsCalendarDay() fromDay: string;
  /** `YYYY-MM-DD`, at most 31 days after `fromDay`. */
  @IsCalendarDay() toDay: string;
}

export class DutyBody {
  @IsCalendarDay() day: string;
  @IsIn(DUTY_SESSIONS) session: (typeof DUTY_SESSIONS)[number];
  /** The post; null for the day's leader (坐堂值班). */
  @ValidateIf((body: DutyBody) => body.postId !== null)
  @IsUUID()
  postId: string | null;
  @IsUUID() officerId: string;
}

export class DutyChange {
  @IsUUID() officerId: string;
}

export class SwapBody {
  @IsUUID() dutyId: string;
  @IsUUID() otherDutyId: string;
}

export class RestBody {
  @IsUUID() officerId: string;
  @IsCalendarDay() day: string;
  @IsIn(REST_SESSIONS) session: (typeof REST_SESSIONS)[number];
  /** True gives the half-day back (轮休), false takes it off the roster again. */
  @IsBoolean() given: boolean;
}

export class BalanceQuery {
  @IsUUID() site: string;
}

/** A roster as it stands in a list, the latest period first. */
export class RosterRow {
  id: string;
  siteId: string;
  fromDay: string;
  toDay: string;
  state: RosterState;
  madeAt: string;
  publishedAt: string | null;
  version: number;
}

export class RosterPage {
  items: RosterRow[];
  next: string | null;
}

/** One officer's turn. */
export class DutyRow {
  id: string;
  role: 'post' | 'leader' | 'volunteer';
  postId: string | null;
  /** Whether the officer serves as the post's A or B person. */
  seat: 'A' | 'B' | null;
  officerId: string;
  /** Whose turn it was before that officer's absence. */
  tookOverFrom: string | null;
}

/** A session of a day in which the site is open, or was when duties were given; and who is on duty. */
export class RosterSession {
  session: (typeof DUTY_SESSIONS)[number];
  /** `HH:MM` at the office: when the first window opens. */
  from: string;
  /** When the last window closes. */
  to: string;
  /** What the turn counts as when turns are shared: `ordinary` ones are everybody's daily work. */
  turn: 'ordinary' | 'noon' | 'evening' | 'weekend' | 'holiday';
  /** Posts with a window open in it: each needs its A or B person. None where the session was closed since. */
  openPosts: string[];
  duties: DutyRow[];
}

/** A half-day off in return for a worked one (轮休). */
export class RestRow {
  officerId: string;
  session: (typeof REST_SESSIONS)[number];
}

export class RosterDay {
  day: string;
  kind: 'working' | 'weekend' | 'holiday';
  /** In the order of the day; none when the site is closed. */
  sessions: RosterSession[];
  rests: RestRow[];
  /** Ids of the officers who are away. */
  absent: string[];
}

export const VIOLATION_RULES = [
  'post-unfilled',
  'no-leader',
  'officer-twice',
  'too-many-sessions',
  'not-of-the-post',
  'not-qualified',
  'may-not-lead',
  'officer-left',
  'absent',
  'on-rest',
  'not-open',
  'rest-overdue',
  'rest-not-owed',
] as const;

/** A rule the roster breaks, with the place it breaks it. */
export class RosterViolation {
  rule: (typeof VIOLATION_RULES)[number];
  /** False: worth knowing, but no reason to refuse publication. */
  hard: boolean;
  day: string;
  session: (typeof DUTY_SESSIONS)[number] | null;
  officerId: string | null;
  postId: string | null;
  textZh: string;
  textEn: string;
}

/** Turns by kind, in sessions, and rest half-days worked and given back. */
export class TurnCount {
  noon: number;
  evening: number;
  weekend: number;
  holiday: number;
  /** Half-days worked on weekends and holidays. */
  restWorked: number;
  /** Half-days off in return. */
  restGivenBack: number;
}

export class OfficerBalance {
  officerId: string;
  name: string;
  /** From the rosters published before this one: twelve months. */
  carried: TurnCount;
  /** In this roster. */
  period: TurnCount;
  /** Half-days still owed at its end: worked less given back, both from carried and period. */
  owedHalfDays: number;
}

export class RosterOfficer {
  id: string;
  name: string;
  mayLead: boolean;
  active: boolean;
}

export class RosterPost {
  id: string;
  nameZh: string;
  nameEn: string;
  aOfficerId: string | null;
  bOfficerId: string | null;
}

/** Everything a month grid shows. */
export class RosterDetail extends RosterRow {
  siteNameZh: string;
  siteNameEn: string;
  posts: RosterPost[];
  officers: RosterOfficer[];
  days: RosterDay[];
  /** By day and session; the hard ones keep it from being published. */
  violations: RosterViolation[];
  balance: OfficerBalance[];
  allowed: ('change' | 'publish' | 'withdraw')[];
}

/** Why a post, or the lead, has nobody in a session although the solver looked for everybody. */
export class UnfilledDuty {
  day: string;
  session: (typeof DUTY_SESSIONS)[number];
  /** Null: the day's leader. */
  postId: string | null;
  textZh: string;
  textEn: string;
}

export class Proposal {
  roster: RosterDetail;
  /** Empty when every post and the lead are filled. */
  unfilled: UnfilledDuty[];
  /** False: the time for looking was over before the turns were shared as evenly as can be. */
  best: boolean;
}

export class BalanceRow {
  officerId: string;
  name: string;
  /** Of the last twelve months, published rosters only. */
  turns: TurnCount;
  owedHalfDays: number;
}

export class BalanceList {
  /** The first day counted. */
  since: string;
  items: BalanceRow[];
}
