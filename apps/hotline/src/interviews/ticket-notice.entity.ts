import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A card or a supervision order issued about a ticket: its banner. */
@Entity('ticket_notice')
export class TicketNotice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('text') kind!: 'card' | 'order';
  @Column('text', { nullable: true }) colour!: 'yellow' | 'red' | null;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') issuedAt!: Date;
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
}
