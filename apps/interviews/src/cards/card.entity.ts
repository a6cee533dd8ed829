import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CardColour } from './card.dto.js';

/** A yellow or red card; the database refuses any change. */
@Entity('card')
export class Card {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('uuid') unitId: string;
  @Column('int') round: number;
  @Column('text') colour: CardColour;
  @Column('text') reason: 'no-progress' | 'interview-overdue' | 'order-overdue';
  /** The order that was not answered in time, with `order-overdue`. */
  @Column('uuid', { nullable: true }) orderId: string | null;
  @Column('timestamptz') issuedAt: Date;
}
