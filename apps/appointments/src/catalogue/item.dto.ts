import { PageQuery } from '@app/common/http/page.js';
import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, type BookingChannel } from '../schedule/domain/site-schedule.js';

export const ITEM_CLASSES = ['immediate', 'promised'] as const;
/** 即办件 done on the spot; 承诺件 promised by a date. */
export type ItemClass = (typeof ITEM_CLASSES)[number];

export class ItemListQuery extends PageQuery {}

/** A service item (事项) that can be booked. */
export class ItemRow {
  code: string;
  nameZh: string;
  nameEn: string;
  @ApiProperty({ enum: ITEM_CLASSES, enumName: 'ItemClass' }) class: ItemClass;
  /** Time at the window for one person. */
  durationMinutes: number;
  /** 0: free of charge. */
  feeCents: number;
  /** Working days until it is done; 0: on the spot. */
  limitDays: number;
  greenChannel: boolean;
  /** Somebody else may come in the citizen's place (委托). */
  representative: boolean;
  homeVisit: boolean;
  /** Several people may come together. */
  groups: boolean;
}

export class ItemPage {
  items: ItemRow[];
  next: string | null;
}

/** One thing to bring. */
export class MaterialDto {
  nameZh: string;
  nameEn: string;
  originals: number;
  copies: number;
  noteZh: string;
  noteEn: string;
}

/** 一次性告知书: everything to bring, told once. A version never changes. */
export class MaterialListDto {
  version: number;
  issuedAt: string;
  materials: MaterialDto[];
}

export class ItemSiteDto {
  siteId: string;
  @ApiProperty({ enum: CHANNELS, enumName: 'BookingChannel', isArray: true }) channels: BookingChannel[];
}

export class ItemDto extends ItemRow {
  legalBasisZh: string;
  legalBasisEn: string;
  /** Null where none is issued yet. */
  material: MaterialListDto | null;
  sites: ItemSiteDto[];
  version: number;
}
