import { PageQuery } from '@app/common/http/page.js';
import { IsOptional, IsString, MaxLength } from 'class-validator';

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
  /** What is there for people who need it: `ramp`, `lift`, `wheelchair`, `sign-language`, … */
  accessibility: string[];
  phone: string;
}

export class SitePage {
  items: SiteRow[];
  next: string | null;
}
