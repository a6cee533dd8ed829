import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestKind } from '@app/common/contracts/request-kind.js';

/** A service item (事项) of the catalogue. */
@Entity('service_item')
export class ServiceItem {
  @PrimaryColumn('text') code!: string;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  @Column('text') kind!: RequestKind;
  /** Working days from dispatch to reply. */
  @Column('integer') replyLimitDays!: number;
  /** How soon it must be with a unit: utilities and danger in minutes of real time. */
  @Column('text') urgency!: 'usual' | 'utilities' | 'danger';
  @Column('uuid', { nullable: true }) leadUnitId!: string | null;
}
