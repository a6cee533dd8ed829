import { PageQuery } from '@app/common/http/page.js';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsCalendarDay } from '@app/common/http/is-calendar-day.js';

export const ORDER_STATES = ['open', 'overdue', 'answered'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export class OrderListQuery extends PageQuery {
  @IsOptional() @IsIn(ORDER_STATES) state?: OrderState;
  @IsOptional() @IsUUID() unitId?: string;
}

/** An inspector's supervision order. */
export class OrderBody {
  @IsString() @Length(2, 8000) text: string;
  /** The unit answers by the end of office hours of this day, `YYYY-MM-DD`. */
  @IsCalendarDay() dueOn: string;
}

export class OrderAnswerBody {
  @IsString() @Length(2, 8000) text: string;
}

/** A supervision order (督办函). Its text is null where it is withheld from the reader. */
export class OrderRow {
  id: string;
  orderNumber: string;
  caseId: string;
  caseNumber: string;
  ticketId: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  tier: number;
  round: number;
  /** interview-overdue: issued by the suite itself; inspector: written by an inspector. */
  cause: 'interview-overdue' | 'inspector';
  text: string | null;
  issuedAt: string;
  /** Null: the suite itself. */
  issuedBy: string | null;
  dueAt: string;
  state: OrderState;
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  overdueAt: string | null;
  allowed: 'answer'[];
}

export class OrderPage {
  items: OrderRow[];
  next: string | null;
}
