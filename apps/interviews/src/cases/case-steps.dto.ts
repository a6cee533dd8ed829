import { IsInstant } from '@app/common/http/is-instant.js';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';
import {
  OUTCOMES,
  PLAN_CLASSES,
  VERIFICATION_METHODS,
  type Outcome,
  type PlanClass,
  type VerificationMethod,
} from './domain/case-words.js';

/** Step 1, 梳理. */
export class RootCauseBody {
  @IsString() @Length(2, 4000) rootCause: string;
}

/** Step 2, 方案. */
export class PlanBody {
  @IsIn(PLAN_CLASSES) class: PlanClass;
  @IsString() @Length(2, 8000) plan: string;
  /** Laws and files the plan rests on, at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(2, 300, { each: true })
  legalBasis: string[];
}

/** A promise made in the talk. */
export class TaskBody {
  @IsString() @Length(2, 1000) what: string;
  @IsString() @Length(1, 100) owner: string;
  /** The day it is promised for, `YYYY-MM-DD`. */
  @IsCalendarDay() dueOn: string;
}

/** Step 3, 约谈: the record of the talk. */
export class MinutesBody {
  @IsInstant() heldAt: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  attendees: string[];
  @IsString() @Length(2, 20000) minutes: string;
  @IsIn(OUTCOMES) outcome: Outcome;
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => TaskBody) tasks: TaskBody[];
}

/** Tier 2: the verification of a held talk. */
export class VerificationBody {
  @IsIn(VERIFICATION_METHODS) method: VerificationMethod;
  @IsBoolean() satisfied: boolean;
  @IsString() @Length(2, 4000) progress: string;
  @IsOptional() @IsString() @Length(0, 4000) criticism?: string;
  @IsOptional() @IsString() @Length(0, 4000) advice?: string;
}
