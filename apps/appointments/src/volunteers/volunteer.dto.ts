import { Trimmed } from '@app/common/http/typed-text.js';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** A part of the week in which a volunteer can be asked. Minutes count from midnight at the office. */
export class VolunteerHoursDto {
  /** 1 Monday … 7 Sunday. */
  @IsInt() @Min(1) @Max(7) weekday: number;
  @IsInt() @Min(0) @Max(1439) fromMinute: number;
  @IsInt() @Min(1) @Max(1440) toMinute: number;
}

/** A legal volunteer (法律志愿者). */
export class VolunteerRow {
  id: string;
  /** Their account; null where they have none. */
  staffId: string | null;
  name: string;
  /** What they know: `land`, `labour`, … */
  fields: string[];
  active: boolean;
  hours: VolunteerHoursDto[];
  version: number;
}

export class VolunteerPage {
  items: VolunteerRow[];
  next: string | null;
}

/** Whether and when a volunteer can be asked. */
export class VolunteerGivingBody {
  @IsBoolean() active: boolean;
  /** All their hours from now on, none overlapping another of the same day. */
  @IsArray()
  @ArrayMaxSize(28)
  @ValidateNested({ each: true })
  @Type(() => VolunteerHoursDto)
  hours: VolunteerHoursDto[];
}

export class VolunteerBody extends VolunteerGivingBody {
  @Trimmed() @IsString() @Length(1, 50) name: string;
  @IsOptional() @IsUUID() staffId?: string | null;
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  fields: string[];
}

/** When a talk takes place. */
export class TalkTime {
  startAt: string;
  endAt: string;
}

/** The talks to come that a volunteer would be taken out of. */
export class TalksLost {
  count: number;
  /** The earliest 20. */
  talks: TalkTime[];
}
