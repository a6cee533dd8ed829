import { PageQuery } from '@app/common/http/page.js';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export const CARD_COLOURS = ['yellow', 'red'] as const;
export type CardColour = (typeof CARD_COLOURS)[number];

export class CardListQuery extends PageQuery {
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsIn(CARD_COLOURS) colour?: CardColour;
}

/** A yellow or red card (黄牌, 红牌). */
export class CardRow {
  id: string;
  caseId: string;
  caseNumber: string;
  ticketId: string;
  ticketNumber: string;
  unitId: string;
  unitNameZh: string;
  unitNameEn: string;
  colour: CardColour;
  /** Why, as a word: no-progress, interview-overdue, order-overdue. */
  reason: string;
  round: number;
  issuedAt: string;
}

export class CardPage {
  items: CardRow[];
  next: string | null;
}
