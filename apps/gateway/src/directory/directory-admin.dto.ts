import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { ROLES, type Role } from '@app/common/auth/actor.js';
import { UNIT_KINDS, type UnitKind } from '@app/common/contracts/requests.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import { StaffMemberDto } from './directory.dto.js';

/** Small letters, digits and `. _ -`, a letter first: easy to say over the telephone. */
export const SIGN_IN_NAME = /^[a-z][a-z0-9._-]{1,31}$/;
export const UNIT_CODE = /^[a-z][a-z0-9-]{1,39}$/;

/** What of a unit may change. */
export class UnitFactsDto {
  @ApiProperty({ minLength: 2, maxLength: 60 })
  @IsString()
  @Length(2, 60)
  @Trimmed()
  nameZh!: string;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString()
  @Length(2, 120)
  @Trimmed()
  nameEn!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(0, 200)
  @Trimmed()
  address!: string;

  @ApiProperty({ maxLength: 40 })
  @IsString()
  @Length(0, 40)
  @Trimmed()
  phone!: string;
}

export class NewUnitDto extends UnitFactsDto {
  @ApiProperty({ pattern: UNIT_CODE.source })
  @Matches(UNIT_CODE)
  code!: string;

  @ApiProperty({ enum: UNIT_KINDS })
  @IsIn(UNIT_KINDS)
  kind!: UnitKind;
}

/** What of an account may change. */
export class StaffFactsDto {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  @Trimmed()
  displayName!: string;

  @ApiProperty({ enum: ROLES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;
}

export class NewStaffDto extends StaffFactsDto {
  /** The name they sign in with. */
  @ApiProperty({ pattern: SIGN_IN_NAME.source })
  @Matches(SIGN_IN_NAME)
  name!: string;
}

/** An account with the password that was just made for it. */
export class StaffWithPasswordDto {
  @ApiProperty() staff!: StaffMemberDto;
  /** Shown this once: null when the same request is sent again. To be exchanged at the first sign-in. */
  @ApiProperty({ type: String, nullable: true }) oneTimePassword!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) validUntil!: string | null;
}
