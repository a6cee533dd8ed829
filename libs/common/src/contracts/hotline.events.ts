import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { DAY_KINDS, type DayKind } from '../calendar/declared-days.js';
import { IsCalendarDay } from '../http/is-calendar-day.js';
import { defineEvent } from '../messaging/definitions.js';
import { LANGUAGES, REQUEST_KINDS, type Language, type RequestKind } from './request-kind.js';

class AboutTicket {
  @IsUUID() ticketId!: string;
  @IsString() number!: string;
}

export class TicketRegisteredPayload extends AboutTicket {
  @IsIn(REQUEST_KINDS) kind!: RequestKind;
  @IsString() channel!: string;
  @IsBoolean() confidential!: boolean;
  @IsDateString() registeredAt!: string;
}
/** 挂号: a request has its number and stands in the ledger. */
export const TicketRegistered = defineEvent('hotline.ticket.registered.v1', TicketRegisteredPayload);

export class TicketDispatchedPayload extends AboutTicket {
  @IsUUID() unitId!: string;
  @IsDateString() dispatchedAt!: string;
  @IsDateString() replyDueAt!: string;
}
/** 交办: a unit has the request, its reply clock runs. */
export const TicketDispatched = defineEvent('hotline.ticket.dispatched.v1', TicketDispatchedPayload);

export class TicketRepliedPayload extends AboutTicket {
  @IsUUID() unitId!: string;
  @IsDateString() repliedAt!: string;
  @IsBoolean() inTime!: boolean;
}
export const TicketReplied = defineEvent('hotline.ticket.replied.v1', TicketRepliedPayload);

export class TicketDissatisfiedPayload extends AboutTicket {
  @IsUUID() unitId!: string;
  @IsIn(REQUEST_KINDS) kind!: RequestKind;
  @IsBoolean() confidential!: boolean;
  /** 何事 in one line; empty where the request is confidential. Never a name or a number. */
  @IsString() subject!: string;
  @IsInt() @Min(1) @Max(5) score!: number;
  @IsDateString() ratedAt!: string;
}
/** The citizen rated 1–2 of 5: an interview must be held within five working days. */
export const TicketDissatisfied = defineEvent('hotline.ticket.dissatisfied.v1', TicketDissatisfiedPayload);

export class TicketClosedPayload extends AboutTicket {
  @IsDateString() closedAt!: string;
  @IsIn(['satisfied', 'interview', 'answered', 'refused', 'withdrawn', 'unrated']) how!:
    'satisfied' | 'interview' | 'answered' | 'refused' | 'withdrawn' | 'unrated';
}
/** 销号: the request is struck off the open list. */
export const TicketClosed = defineEvent('hotline.ticket.closed.v1', TicketClosedPayload);

export class TicketReopenedPayload extends AboutTicket {
  @IsDateString() reopenedAt!: string;
  @IsString() why!: string;
}
export const TicketReopened = defineEvent('hotline.ticket.reopened.v1', TicketReopenedPayload);

export class ReviewAskedPayload extends AboutTicket {
  @IsUUID() reviewId!: string;
  @IsDateString() askedAt!: string;
}
/** 复议: the citizen asks for what was done to be looked at again. */
export const ReviewAsked = defineEvent('hotline.review.asked.v1', ReviewAskedPayload);

export class ReviewDecidedPayload extends AboutTicket {
  @IsUUID() reviewId!: string;
  @IsIn(['upheld', 'set_aside']) outcome!: 'upheld' | 'set_aside';
  @IsDateString() decidedAt!: string;
}
/** A review was decided; set aside, the ticket is reopened besides. */
export const ReviewDecided = defineEvent('hotline.review.decided.v1', ReviewDecidedPayload);

export const BREACH_KINDS = ['transfer_overdue', 'acceptance_overdue', 'reply_overdue'] as const;
export class BreachRecordedPayload extends AboutTicket {
  @IsUUID() breachId!: string;
  /** Absent where the hotline itself is late (transfer). */
  @IsOptional() @IsUUID() unitId?: string;
  @IsIn(BREACH_KINDS) kind!: (typeof BREACH_KINDS)[number];
  @IsDateString() recordedAt!: string;
}
export const BreachRecorded = defineEvent('hotline.breach.recorded.v1', BreachRecordedPayload);

/** What a message passed on asks for: 评, an answer to a question, or a person to call (人工). */
export const PASSED_ON = ['rate', 'digit', 'human'] as const;

export class TextPassedOnPayload {
  /** The provider's id of the message (MessageSid). */
  @IsString() providerId!: string;
  @IsString() sealedFrom!: string;
  @IsOptional() @IsString() to?: string;
  @IsIn(PASSED_ON) asked!: (typeof PASSED_ON)[number];
  /** The score, or the number answered; 0 where a person shall call. */
  @IsInt() @Min(0) @Max(99) number!: number;
  @IsOptional() @IsIn(LANGUAGES) language?: Language;
  @IsDateString() receivedAt!: string;
}
/** A text message that nothing at the hotline waits for: at appointments something may (docs/adr/0008). */
export const TextPassedOn = defineEvent('hotline.text.passed-on.v1', TextPassedOnPayload);

export class CalendarDayDeclaredPayload {
  @IsCalendarDay() day!: string;
  @IsIn(DAY_KINDS) kind!: DayKind;
  @IsString() reason!: string;
  @IsDateString() declaredAt!: string;
}
/** An administrator has declared a day worked or free, or taken that back: limits that run over it are counted again. */
export const CalendarDayDeclared = defineEvent('hotline.calendar-day.declared.v1', CalendarDayDeclaredPayload);

export class CalendarYearBroughtInPayload {
  @IsInt() year!: number;
  @IsCalendarDay({ each: true }) holidays!: string[];
  @IsCalendarDay({ each: true }) makeUpDays!: string[];
  @IsString() source!: string;
  @IsDateString() broughtInAt!: string;
}
/** An administrator has brought in a year's published arrangement: limits that reach into it can be counted. */
export const CalendarYearBroughtIn = defineEvent('hotline.calendar-year.brought-in.v1', CalendarYearBroughtInPayload);
