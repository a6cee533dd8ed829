import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketClosedPayload } from '@app/common/contracts/hotline.events.js';
import type { Language, RequestKind } from '@app/common/contracts/request-kind.js';
import type { Channel } from './domain/channel.js';
import type { Elements } from './domain/elements.js';
import type { TicketState } from './domain/ticket-state.js';

/** A request with its number (挂号). Who filed it stands apart, in `TicketContact`. */
@Entity('ticket')
export class Ticket {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  /** Null where the citizen never got a query code (imported tickets). */
  @Column('text', { nullable: true }) codeFingerprint!: string | null;
  @Column('text') kind!: RequestKind;
  @Column('text') channel!: Channel;
  @Column('text') state!: TicketState;
  @Column('integer') version!: number;
  @Column('text', { nullable: true }) serviceItemCode!: string | null;
  @Column('text') subject!: string;
  @Column('jsonb') elements!: Elements;
  @Column('boolean') confidential!: boolean;
  @Column('boolean') greenChannel!: boolean;
  /** The citizen's language: for text messages and letters. */
  @Column('text') language!: Language;
  @Column('uuid', { nullable: true }) registeredBy!: string | null;
  @Column('timestamptz') registeredAt!: Date;
  /** The unit that has it, or had it last. */
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** How often it was sent to another unit: the round of the unit's clocks. */
  @Column('integer') dispatchRound!: number;
  @Column('timestamptz', { nullable: true }) dispatchedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) replyDueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) repliedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closedHow!: TicketClosedPayload['how'] | null;
  @Column('text', { nullable: true }) card!: 'yellow' | 'red' | null;
  /** Since when a review (复议) waits to be decided. */
  @Column('timestamptz', { nullable: true }) reviewAskedAt!: Date | null;
  /** Where an imported ticket came from; importing it again adds none. */
  @Column('text', { nullable: true }) importRef!: string | null;
}
