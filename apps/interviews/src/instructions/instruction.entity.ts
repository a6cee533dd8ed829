import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InstructionState } from './instruction.dto.js';

/** A leader's instruction (批示) on a report. */
@Entity('instruction')
export class Instruction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') reportId: string;
  @Column('uuid') unitId: string;
  @Column('text') text: string;
  @Column('timestamptz') givenAt: Date;
  @Column('text') givenBy: string;
  @Column('date') dueOn: string;
  @Column('timestamptz') dueAt: Date;
  @Column('text') state: InstructionState;
  @Column('timestamptz', { nullable: true }) overdueAt: Date | null;
  @Column('text', { nullable: true }) reportBack: string | null;
  @Column('timestamptz', { nullable: true }) reportedBackAt: Date | null;
  @Column('text', { nullable: true }) reportedBackBy: string | null;
  @Column('timestamptz', { nullable: true }) struckOffAt: Date | null;
  @Column('text', { nullable: true }) struckOffBy: string | null;
}
