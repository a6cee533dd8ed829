import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A category of requests; three levels, each below one of the level above. */
@Entity('category')
export class Category {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('smallint') level!: number;
  @Column('text') name!: string;
  /** Order among all categories of the level, as the list had them. */
  @Column('integer') position!: number;
}
