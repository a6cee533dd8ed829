import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A formal letter to a unit; the database refuses any change. */
@Entity('formal_letter')
export class FormalLetter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('text') kind: 'assignment' | 'reminder';
  @Column('text') number: string;
  @Column('int') round: number;
  @Column('timestamptz') issuedAt: Date;
  @Column('text') text: string;
}
