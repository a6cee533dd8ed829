import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockPoint } from './domain/clock-plan.js';
import type { ClockKind } from './domain/clock-state.js';

/** One limit of a ticket. A new dispatch to another unit starts a new round. */
@Entity('ticket_clock')
export class TicketClock {
  @PrimaryColumn('uuid') ticketId!: string;
  @PrimaryColumn('text') kind!: ClockKind;
  @PrimaryColumn('integer') round!: number;
  /** Whose limit it is; null for the hotline's own. */
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz') nearAt!: Date;
  @Column('jsonb') points!: readonly ClockPoint[];
  /** How many of the points have been acted upon. */
  @Column('integer') pointsDone!: number;
  @Column('timestamptz', { nullable: true }) stoppedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) metAt!: Date | null;
}
