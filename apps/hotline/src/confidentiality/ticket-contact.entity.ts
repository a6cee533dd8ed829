import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who filed a ticket and how to reach them: sealed, apart from the content (domain.md §5, Confidentiality). */
@Entity('ticket_contact')
export class TicketContact {
  @PrimaryColumn('uuid') ticketId!: string;
  @Column('text', { nullable: true }) sealedName!: string | null;
  /** E.164. */
  @Column('text', { nullable: true }) sealedPhone!: string | null;
  @Column('text', { nullable: true }) phoneFingerprint!: string | null;
  @Column('boolean') receivesText!: boolean;
}
