import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 答复, an answer on the spot, or a refusal with its legal basis. Never changed once given. */
@Entity('ticket_reply')
export class TicketReply {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') ticketId!: string;
  @Column('text') how!: 'reply' | 'answer' | 'refusal';
  @Column('text') text!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  /** The member of staff; null for an imported reply. */
  @Column('uuid', { nullable: true }) repliedBy!: string | null;
  @Column('timestamptz') repliedAt!: Date;
  /** Null where no reply limit ran. */
  @Column('boolean', { nullable: true }) inTime!: boolean | null;
}
