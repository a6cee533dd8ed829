import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place of the county's network (网点): a hall, a township, a unit's building. */
@Entity('site')
export class Site {
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  @Column('text') address: string;
}
