import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { defineEvent } from '../messaging/definitions.js';

class AboutCase {
  @IsUUID() caseId!: string;
  @IsUUID() ticketId!: string;
  @IsUUID() unitId!: string;
  /** First talk or the second after a failed verification. */
  @IsInt() @Min(1) round!: number;
}

export class CaseOpenedPayload extends AboutCase {
  @IsString() caseNumber!: string;
  @IsDateString() openedAt!: string;
  /** The interview must be held by then: five working days. */
  @IsDateString() dueAt!: string;
}
export const CaseOpened = defineEvent('interviews.case.opened.v1', CaseOpenedPayload);

export class CaseLimitMovedPayload extends AboutCase {
  /** The interview must be held by then, by the changed calendar. */
  @IsDateString() dueAt!: string;
}
/** The working calendar has changed, and with it the end of the round's limit. */
export const CaseLimitMoved = defineEvent('interviews.case.limit-moved.v1', CaseLimitMovedPayload);

export class CaseScheduledPayload extends AboutCase {
  @IsDateString() startAt!: string;
  @IsDateString() endAt!: string;
  /** Where the talk is held, as the citizen reads it in the invitation. */
  @IsString() placeZh!: string;
  @IsString() placeEn!: string;
}
/** The talk has a time and a place; the citizen is invited. */
export const CaseScheduled = defineEvent('interviews.case.scheduled.v1', CaseScheduledPayload);

export class CaseHeldPayload extends AboutCase {
  @IsDateString() heldAt!: string;
  @IsBoolean() inTime!: boolean;
}
export const CaseHeld = defineEvent('interviews.case.held.v1', CaseHeldPayload);

export class CaseVerifiedPayload extends AboutCase {
  @IsDateString() verifiedAt!: string;
  @IsBoolean() satisfied!: boolean;
}
export const CaseVerified = defineEvent('interviews.case.verified.v1', CaseVerifiedPayload);

export class CaseClosedPayload extends AboutCase {
  @IsDateString() closedAt!: string;
}
export const CaseClosed = defineEvent('interviews.case.closed.v1', CaseClosedPayload);

export class OrderIssuedPayload {
  @IsUUID() orderId!: string;
  @IsUUID() caseId!: string;
  @IsUUID() ticketId!: string;
  @IsUUID() unitId!: string;
  @IsString() orderNumber!: string;
  @IsInt() @Min(2) @Max(3) tier!: number;
  @IsDateString() issuedAt!: string;
  @IsDateString() dueAt!: string;
}
/** 督办函. */
export const OrderIssued = defineEvent('interviews.order.issued.v1', OrderIssuedPayload);

export class CardIssuedPayload {
  @IsUUID() cardId!: string;
  @IsOptional() @IsUUID() caseId?: string;
  @IsUUID() ticketId!: string;
  @IsUUID() unitId!: string;
  @IsIn(['yellow', 'red']) colour!: 'yellow' | 'red';
  @IsString() reason!: string;
  @IsDateString() issuedAt!: string;
}
export const CardIssued = defineEvent('interviews.card.issued.v1', CardIssuedPayload);
