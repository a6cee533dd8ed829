import { Trimmed } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHANNELS, type BookingChannel } from '../schedule/domain/site-schedule.js';
import { ITEM_CLASSES, ItemRow, ItemSiteDto, MaterialListDto, type ItemClass } from './item.dto.js';

/** One thing to bring, as it is typed. */
export class MaterialBody {
  @Trimmed() @IsString() @Length(1, 100) nameZh: string;
  @Trimmed() @IsString() @Length(1, 200) nameEn: string;
  @IsInt() @Min(0) @Max(20) originals: number;
  @IsInt() @Min(0) @Max(20) copies: number;
  @Trimmed() @IsString() @MaxLength(200) noteZh: string;
  @Trimmed() @IsString() @MaxLength(300) noteEn: string;
}

/** What may be changed of an item. */
export class ItemBody {
  @Trimmed() @IsString() @Length(1, 100) nameZh: string;
  @Trimmed() @IsString() @Length(1, 200) nameEn: string;
  @ApiProperty({ enum: ITEM_CLASSES, enumName: 'ItemClass' }) @IsIn(ITEM_CLASSES) class: ItemClass;
  @IsInt() @Min(5) @Max(240) durationMinutes: number;
  @IsInt() @Min(0) @Max(100_000_000) feeCents: number;
  /** Working days until it is done; 0: on the spot. */
  @IsInt() @Min(0) @Max(365) limitDays: number;
  @Trimmed() @IsString() @Length(1, 500) legalBasisZh: string;
  @Trimmed() @IsString() @Length(1, 500) legalBasisEn: string;
  @IsBoolean() greenChannel: boolean;
  @IsBoolean() representative: boolean;
  @IsBoolean() homeVisit: boolean;
  @IsBoolean() groups: boolean;
  /** Whether it can be booked. */
  @IsBoolean() active: boolean;
}

export class MaterialListBody {
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => MaterialBody)
  materials: MaterialBody[];
}

export class NewItemBody extends ItemBody {
  @Trimmed() @Matches(/^[a-z0-9-]{2,40}$/) code: string;
  /** The first list of what to bring. */
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => MaterialBody)
  materials: MaterialBody[];
}

export class ItemSiteBody {
  @IsUUID() siteId: string;
  @ApiProperty({ enum: CHANNELS, enumName: 'BookingChannel', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CHANNELS, { each: true })
  channels: BookingChannel[];
}

export class ItemSitesBody {
  /** All sites that offer the item from now on, each once. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique(({ siteId }: ItemSiteBody) => siteId)
  @ValidateNested({ each: true })
  @Type(() => ItemSiteBody)
  sites: ItemSiteBody[];
}

/** An item as an administrator sees it, whether in use or not. */
export class CatalogueItemRow extends ItemRow {
  active: boolean;
  version: number;
}

export class CatalogueItemPage {
  items: CatalogueItemRow[];
  next: string | null;
}

export class CatalogueItemDto extends CatalogueItemRow {
  legalBasisZh: string;
  legalBasisEn: string;
  /** All versions, the newest first. */
  materialLists: MaterialListDto[];
  sites: ItemSiteDto[];
}
