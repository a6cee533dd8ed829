import { PageQuery } from '@app/common/http/page.js';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';

export const INSTRUCTION_STATES = ['open', 'reported_back', 'struck_off'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

export class InstructionListQuery extends PageQuery {
  @IsOptional() @IsIn(INSTRUCTION_STATES) state?: InstructionState;
  @IsOptional() @IsUUID() unitId?: string;
}

export class InstructionBody {
  /** The unit that has to report back. */
  @IsUUID() unitId: string;
  @IsString() @Length(2, 4000) text: string;
  /** `YYYY-MM-DD` */
  @IsCalendarDay() dueOn: string;
}

export class ReportBackBody {
  @IsString() @Length(2, 8000) text: string;
}

/** A leader's instruction (批示): a dated item of a unit, reported back and struck off. */
export class InstructionRow {
  id: string;
  reportId: string;
  reportNumber: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  text: string;
  givenBy: string;
  givenAt: string;
  dueOn: string;
  dueAt: string;
  state: InstructionState;
  overdueAt: string | null;
  reportBack: string | null;
  reportedBackAt: string | null;
  reportedBackBy: string | null;
  struckOffAt: string | null;
  struckOffBy: string | null;
  allowed: ('report-back' | 'strike-off')[];
}

export class InstructionPage {
  items: InstructionRow[];
  next: string | null;
}
