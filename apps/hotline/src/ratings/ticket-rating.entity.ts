import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The citizen's rating of one reply (评价): one for each, never altered. */
@Entity('ticket_rating')
export class TicketRating {
  @PrimaryColumn('uuid') replyId!: string;
  @Column('uuid') ticketId!: string;
  /** 1 very dissatisfied … 5 very satisfied. */
  @Column('smallint') score!: number;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('timestamptz') ratedAt!: Date;
  @Column('text') via!: 'web' | 'sms';
}
