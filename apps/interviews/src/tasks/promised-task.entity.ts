import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A promise made in a talk. */
@Entity('promised_task')
export class PromisedTask {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('int') round: number;
  @Column('int') position: number;
  @Column('text') what: string;
  @Column('text') owner: string;
  @Column('date') dueOn: string;
  @Column('text', { nullable: true }) result: string | null;
  @Column('timestamptz', { nullable: true }) struckOffAt: Date | null;
  @Column('text', { nullable: true }) struckOffBy: string | null;
}
