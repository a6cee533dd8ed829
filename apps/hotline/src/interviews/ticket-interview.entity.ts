import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a ticket's interview is, as the interviews service has told: for the console and the citizen's look-up. */
@Entity('ticket_interview')
export class TicketInterview {
  @PrimaryColumn('uuid') ticketId!: string;
  @Column('uuid') caseId!: string;
  /** Null until the opening has been heard of: events of a healed stream may come out of order. */
  @Column('text', { nullable: true }) caseNumber!: string | null;
  /** First talk, or the second after a failed verification. */
  @Column('integer') round!: number;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) startAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endAt!: Date | null;
  @Column('text', { nullable: true }) placeZh!: string | null;
  @Column('text', { nullable: true }) placeEn!: string | null;
  @Column('timestamptz', { nullable: true }) heldAt!: Date | null;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}
