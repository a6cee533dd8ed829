import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from './domain/case-state.js';

/** A dissatisfied request on its way through interviews: its present round and how far the ladder has gone. */
@Entity('interview_case')
export class InterviewCase {
  @PrimaryColumn('uuid') id: string;
  @Column('text') caseNumber: string;
  @Column('uuid') ticketId: string;
  @Column('text') ticketNumber: string;
  /** How many-th case of this ticket: a ticket may be reopened and disappoint again. */
  @Column('int') opening: number;
  @Column('text') kind: RequestKind;
  /** Empty where confidential. */
  @Column('text') subject: string;
  @Column('boolean') confidential: boolean;
  @Column('uuid') unitId: string;
  /** The rating that opened it, 1–2. */
  @Column('int') score: number;
  @Column('text') state: CaseState;
  @Column('int') round: number;
  /** Of supervision: 1 hotline, 2 discipline commission, 3 leaders. */
  @Column('int') tier: number;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') roundOpenedAt: Date;
  /** End of the present round's limit. */
  @Column('timestamptz') dueAt: Date;
  /** The present round's talk. */
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  /** The account of the volunteer at the present round's talk. */
  @Column('uuid', { nullable: true }) volunteerStaffId: string | null;
  /** When the present round was found overdue. */
  @Column('timestamptz', { nullable: true }) overdueAt: Date | null;
  /** The worst card of the case. */
  @Column('text', { nullable: true }) card: 'yellow' | 'red' | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('int') version: number;
}
