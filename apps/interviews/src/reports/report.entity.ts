import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportContent, ReportState } from './report.dto.js';

/** A weekly report; once signed off the database refuses any change. */
@Entity('weekly_report')
export class WeeklyReport {
  @PrimaryColumn('uuid') id: string;
  @Column('text') week: string;
  @Column('timestamptz') fromAt: Date;
  @Column('timestamptz') toAt: Date;
  @Column('text') state: ReportState;
  @Column('jsonb') content: ReportContent;
  @Column('text') summary: string;
  @Column('timestamptz') draftedAt: Date;
  /** Null: the suite itself. */
  @Column('text', { nullable: true }) draftedBy: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('timestamptz', { nullable: true }) signedOffAt: Date | null;
  @Column('text', { nullable: true }) signedOffBy: string | null;
  @Column('int') version: number;
}
