import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome, PlanClass, VerificationMethod, VolunteerLostWhy } from './domain/case-words.js';

/** One round of the three steps. A failed verification leaves it as it is and opens the next. */
@Entity('interview_round')
export class InterviewRound {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('int') round: number;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) overdueAt: Date | null;

  @Column('text', { nullable: true }) rootCause: string | null;
  @Column('timestamptz', { nullable: true }) sortedAt: Date | null;

  @Column('text', { nullable: true }) planClass: PlanClass | null;
  @Column('text', { nullable: true }) plan: string | null;
  @Column('text', { array: true, nullable: true }) legalBasis: string[] | null;
  @Column('timestamptz', { nullable: true }) plannedAt: Date | null;

  @Column('text', { nullable: true }) place: 'room' | 'field' | null;
  @Column('uuid', { nullable: true }) roomId: string | null;
  @Column('text', { nullable: true }) placeNameZh: string | null;
  @Column('text', { nullable: true }) placeNameEn: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('timestamptz', { nullable: true }) startAt: Date | null;
  @Column('timestamptz', { nullable: true }) endAt: Date | null;
  @Column('uuid', { nullable: true }) bookingId: string | null;

  /** The legal volunteer who joins, as named when booked. */
  @Column('uuid', { nullable: true }) volunteerId: string | null;
  @Column('text', { nullable: true }) volunteerName: string | null;
  @Column('uuid', { nullable: true }) volunteerStaffId: string | null;
  @Column('uuid', { nullable: true }) volunteerBookingId: string | null;
  /** Who was to join and cannot any more, until the unit has asked another or goes without. */
  @Column('text', { nullable: true }) volunteerLostName: string | null;
  @Column('text', { nullable: true }) volunteerLostWhy: VolunteerLostWhy | null;

  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('text', { array: true, nullable: true }) attendees: string[] | null;
  @Column('text', { nullable: true }) minutes: string | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('text', { nullable: true }) recordedBy: string | null;
  @Column('boolean', { nullable: true }) inTime: boolean | null;

  @Column('text', { nullable: true }) verificationMethod: VerificationMethod | null;
  @Column('boolean', { nullable: true }) satisfied: boolean | null;
  @Column('text', { nullable: true }) progress: string | null;
  @Column('text', { nullable: true }) criticism: string | null;
  @Column('text', { nullable: true }) advice: string | null;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('text', { nullable: true }) verifiedBy: string | null;
  @Column('uuid', { nullable: true }) verifierId: string | null;
}
