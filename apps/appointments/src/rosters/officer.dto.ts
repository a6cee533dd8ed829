import { PageQuery } from '@app/common/http/page.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
} from 'class-validator';

export class OfficerListQuery extends PageQuery {
  @IsUUID() site: string;
}

export class OfficerBody {
  @IsUUID() siteId: string;
  /** The person's account, where they have one. */
  @IsOptional() @IsUUID() staffId?: string | null;
  @Trimmed() @IsString() @Length(1, 60) name: string;
  /** What the person is trained for; a post names what it asks for in the same words. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  qualifications: string[];
  /** Whether the person may be the day's leader (坐堂值班). */
  @IsBoolean() mayLead: boolean;
}

export class OfficerChange {
  /** The person's account, null where they have none; left out, it stays as it is. */
  @IsOptional() @IsUUID() staffId?: string | null;
  @Trimmed() @IsString() @Length(1, 60) name: string;
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  qualifications: string[];
  @IsBoolean() mayLead: boolean;
  /** False: the person works here no more and is left out of new rosters. */
  @IsBoolean() active: boolean;
}

/** Somebody who serves at a site's windows, or leads there. */
export class OfficerRow {
  id: string;
  siteId: string;
  staffId: string | null;
  name: string;
  qualifications: string[];
  mayLead: boolean;
  active: boolean;
  version: number;
}

export class OfficerPage {
  items: OfficerRow[];
  next: string | null;
}

export class PostSeatsQuery {
  @IsUUID() site: string;
}

export class PostSeatsBody {
  /** The A person (A岗); null leaves the seat empty. */
  @ValidateIf((body: PostSeatsBody) => body.aOfficerId !== null)
  @IsUUID()
  aOfficerId: string | null;
  /** The B person (B岗), who takes over when A is away. */
  @ValidateIf((body: PostSeatsBody) => body.bOfficerId !== null)
  @IsUUID()
  bOfficerId: string | null;
}

/** A post with its A and B person (AB岗). */
export class PostSeats {
  id: string;
  siteId: string;
  nameZh: string;
  nameEn: string;
  qualifications: string[];
  aOfficerId: string | null;
  bOfficerId: string | null;
  version: number;
}

/** The posts of a site, all of them: a site has a handful. */
export class PostSeatsList {
  items: PostSeats[];
}
