import type { StaffActor } from '@app/common/auth/actor.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a case books at appointments. */
export type BookedKind = 'room' | 'volunteer';

/**
 * A room or a volunteer this service has asked appointments for. `wanted` is stored before the first question, so that
 * whatever happens afterwards the booking is known by its id: `confirmed` it stands in a round, `releasing` it is being
 * given back until appointments has confirmed that (`released`), `refused` somebody else was faster.
 */
@Entity('resource_booking')
export class BookingRecord {
  @PrimaryColumn('uuid') bookingId: string;
  @Column('uuid') caseId: string;
  @Column('int') round: number;
  @Column('text') kind: BookedKind;
  @Column('uuid') resourceId: string;
  /** The booking of the same kind in the round when it was asked for: it stays until this one stands there. */
  @Column('uuid', { nullable: true }) replaces: string | null;
  @Column('timestamptz') startAt: Date;
  @Column('timestamptz') endAt: Date;
  @Column('text') state: 'wanted' | 'confirmed' | 'refused' | 'releasing' | 'released';
  @Column('jsonb') askedBy: StaffActor;
  @Column('timestamptz') askedAt: Date;
}
