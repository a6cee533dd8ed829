import { PageQuery } from '@app/common/http/page.js';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { InstructionRow } from '../instructions/instruction.dto.js';

export const REPORT_STATES = ['draft', 'signed_off'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export class ReportListQuery extends PageQuery {
  @IsOptional() @IsIn(REPORT_STATES) state?: ReportState;
}

export class ReportDraftBody {
  /** ISO week, `2026-W47`. */
  @Matches(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/) week: string;
}

export class ReportEditBody {
  @IsString() @Length(0, 8000) summary: string;
}

/** The week's figures. */
export class ReportFigures {
  opened: number;
  held: number;
  heldInTime: number;
  verified: number;
  satisfied: number;
  /** Talks sent back for another round. */
  secondRounds: number;
  overdue: number;
  yellowCards: number;
  redCards: number;
  closed: number;
  /** Limits the hotline found broken in the time of the report. */
  breaches: number;
  /** Cases not closed when the report was drafted. */
  openAtEnd: number;
}

export class ReportUnitLine {
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  opened: number;
  held: number;
  heldInTime: number;
  verified: number;
  satisfied: number;
  overdue: number;
  yellowCards: number;
  redCards: number;
  breaches: number;
}

/** One case in one line. Never the name or number of a citizen. */
export class ReportCaseLine {
  caseId: string;
  caseNumber: string;
  ticketNumber: string;
  kind: string;
  unitNameZh: string;
  unitNameEn: string;
  /** null where the request is confidential. */
  subject: string | null;
  state: string;
  round: number;
  tier: number;
  dueAt: string;
  heldAt: string | null;
  outcome: string | null;
  satisfied: boolean | null;
}

/** What the report says; frozen with the sign-off. */
export class ReportContent {
  week: string;
  /** Where the report before ends, else Monday 00:00 of the office. */
  from: string;
  /** The end of the week, or the time of drafting where that is earlier. */
  to: string;
  /** When the figures were taken. */
  asOf: string;
  figures: ReportFigures;
  units: ReportUnitLine[];
  cases: ReportCaseLine[];
}

export class ReportRow {
  id: string;
  week: string;
  state: ReportState;
  /** 〔2026〕第1期, given with the sign-off. */
  number: string | null;
  from: string;
  to: string;
  draftedAt: string;
  /** Null: the suite itself. */
  draftedBy: string | null;
  signedOffAt: string | null;
  signedOffBy: string | null;
  version: number;
}

export class ReportPage {
  items: ReportRow[];
  next: string | null;
}

export class ReportDetail extends ReportRow {
  title: string;
  summary: string;
  content: ReportContent;
  instructions: InstructionRow[];
  allowed: ('edit' | 'sign-off' | 'instructions')[];
}
