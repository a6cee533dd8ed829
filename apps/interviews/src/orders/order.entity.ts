import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervision order (督办函); what was issued cannot be changed, only answered. */
@Entity('supervision_order')
export class SupervisionOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('text') orderNumber: string;
  @Column('uuid') caseId: string;
  @Column('uuid') unitId: string;
  @Column('int') round: number;
  @Column('int') tier: number;
  @Column('text') cause: 'interview-overdue' | 'inspector';
  @Column('text') text: string;
  @Column('timestamptz') issuedAt: Date;
  /** Null: the suite itself. */
  @Column('text', { nullable: true }) issuedBy: string | null;
  @Column('timestamptz') dueAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) overdueAt: Date | null;
}
