import { REQUEST_KINDS, type RequestKind } from '@app/common/contracts/request-kind.js';
import { PageQuery } from '@app/common/http/page.js';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { CardRow } from '../cards/card.dto.js';
import { LetterDto } from '../letters/letter.dto.js';
import { OrderRow } from '../orders/order.dto.js';
import { PromisedTaskDto } from '../tasks/promised-task.dto.js';
import { CASE_STATES, type CaseState } from './domain/case-state.js';
import type { CaseAction } from './domain/case-policy.js';
import type { Outcome, PlanClass, VerificationMethod, VolunteerLostWhy } from './domain/case-words.js';

/** Filters of the list of cases. */
export class CaseListQuery extends PageQuery {
  @IsOptional() @IsIn(CASE_STATES) state?: CaseState;
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsIn(REQUEST_KINDS) kind?: RequestKind;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(3) tier?: number;
}

/** How the limit stands: running, near (a quarter of the time is left), over, done (held) or none (closed). */
export class CaseClock {
  state: 'running' | 'near' | 'over' | 'done' | 'none';
  dueAt: string | null;
}

/** One case in a list. */
export class CaseRow {
  id: string;
  caseNumber: string;
  ticketId: string;
  ticketNumber: string;
  kind: RequestKind;
  /** 何事 in one line; null where the request is confidential. */
  subject: string | null;
  confidential: boolean;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  state: CaseState;
  round: number;
  tier: number;
  openedAt: string;
  /** The talk of this round must be held by then. */
  dueAt: string;
  clock: CaseClock;
  card: 'yellow' | 'red' | null;
  heldAt: string | null;
  version: number;
}

export class CasePage {
  items: CaseRow[];
  next: string | null;
}

/** Step 2: the plan, whose class decides the talk. */
export class CasePlan {
  class: PlanClass;
  plan: string;
  legalBasis: string[];
}

/** The legal volunteer who joins a talk. */
export class CaseVolunteer {
  volunteerId: string;
  name: string;
}

/** A volunteer who was to join a talk and cannot any more. */
export class LostVolunteer {
  name: string;
  why: VolunteerLostWhy;
}

/** When and where the citizen is invited. */
export class CaseAppointment {
  place: 'room' | 'field';
  roomId: string | null;
  nameZh: string;
  nameEn: string;
  address: string;
  startAt: string;
  endAt: string;
  bookingId: string | null;
  volunteer: CaseVolunteer | null;
  /** Until the unit has asked another, or goes without. */
  volunteerLost: LostVolunteer | null;
}

/** Step 3: the record of the talk. */
export class CaseMinutes {
  heldAt: string;
  attendees: string[];
  minutes: string;
  outcome: Outcome;
  recordedBy: string;
  recordedAt: string;
  inTime: boolean;
}

/** Tier 2: what the inspector found by telephone or on the spot. */
export class CaseVerification {
  method: VerificationMethod;
  satisfied: boolean;
  progress: string;
  criticism: string | null;
  advice: string | null;
  verifiedAt: string;
  verifiedBy: string;
}

/** One round of the three steps. */
export class CaseRoundDto {
  round: number;
  openedAt: string;
  dueAt: string;
  rootCause: string | null;
  plan: CasePlan | null;
  appointment: CaseAppointment | null;
  minutes: CaseMinutes | null;
  verification: CaseVerification | null;
}

/** A case in full. For a supervisor a confidential case has its state only: every text is null or empty. */
export class CaseDetail extends CaseRow {
  /** True where the texts are withheld from the reader. */
  redacted: boolean;
  letter: LetterDto | null;
  reminders: LetterDto[];
  rootCause: string | null;
  plan: CasePlan | null;
  appointment: CaseAppointment | null;
  minutes: CaseMinutes | null;
  tasks: PromisedTaskDto[];
  verification: CaseVerification | null;
  previousRounds: CaseRoundDto[];
  orders: OrderRow[];
  cards: CardRow[];
  closedAt: string | null;
  /** What the reader may do now, named as the last part of the route. */
  allowed: CaseAction[];
}

/** One entry of a case's ledger. */
export class CaseLedgerEntry {
  at: string;
  action: string;
  actorKind: 'staff' | 'citizen' | 'system';
  actorName: string | null;
  /** Roles at that time, separated by commas. */
  actorRole: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
}

export class CaseLedgerPage {
  items: CaseLedgerEntry[];
  next: string | null;
}
