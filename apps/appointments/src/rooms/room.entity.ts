import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An interview room (约谈室). */
@Entity('room')
export class Room {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') siteId: string;
  /** The unit whose room it is. */
  @Column('uuid') unitId: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  /** Where in the building. */
  @Column('text') place: string;
  @Column('int') seats: number;
  @Column('boolean') active: boolean;
}
