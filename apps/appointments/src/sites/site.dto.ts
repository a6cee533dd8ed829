import { ACCESSIBILITY, type Accessibility } from '@app/common/contracts/accessibility.js';
import { PageQuery } from '@app/common/http/page.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class SiteListQuery extends PageQuery {
  /** Only sites that offer this item. */
  @IsOptional() @IsString() @MaxLength(40) item?: string;
}

/** A place of the county's network (网点). */
export class SiteRow {
  id: string;
  nameZh: string;
  nameEn: string;
  address: string;
  /** How to get there. */
  directionsZh: string;
  directionsEn: string;
  @ApiProperty({ enum: ACCESSIBILITY, enumName: 'Accessibility', isArray: true }) accessibility: Accessibility[];
  phone: string;
}

export class SitePage {
  items: SiteRow[];
  next: string | null;
}

/** A site as an administrator sees it, whether in use or not. */
export class CatalogueSiteRow extends SiteRow {
  active: boolean;
  version: number;
}

export class CatalogueSitePage {
  items: CatalogueSiteRow[];
  next: string | null;
}

export class SiteBody {
  @Trimmed() @IsString() @Length(1, 100) nameZh: string;
  @Trimmed() @IsString() @Length(1, 200) nameEn: string;
  @Trimmed() @IsString() @Length(1, 200) address: string;
  @Trimmed() @IsString() @MaxLength(500) directionsZh: string;
  @Trimmed() @IsString() @MaxLength(500) directionsEn: string;
  @ApiProperty({ enum: ACCESSIBILITY, enumName: 'Accessibility', isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(ACCESSIBILITY, { each: true })
  accessibility: Accessibility[];
  @Trimmed() @IsString() @MaxLength(30) phone: string;
  /** Whether it can be booked. */
  @IsBoolean() active: boolean;
}
