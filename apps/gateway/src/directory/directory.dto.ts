import type { Role } from '@app/common/auth/actor.js';
import { ROLES } from '@app/common/auth/actor.js';
import { UNIT_KINDS, type Unit } from '@app/common/contracts/requests.js';
import { PageQuery } from '@app/common/http/page.js';
import { Trimmed } from '@app/common/http/typed-text.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { StaffRow } from './directory.repository.js';

export class UnitDto implements Unit {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() nameZh!: string;
  @ApiProperty() nameEn!: string;
  @ApiProperty({ enum: UNIT_KINDS }) kind!: Unit['kind'];
  @ApiProperty() address!: string;
  @ApiProperty() phone!: string;
  /** Out of use, it keeps its name and gets nothing new. */
  @ApiProperty() active!: boolean;
  /** To be sent back as If-Match with a change. */
  @ApiProperty() version!: number;
}

export class UnitListDto {
  @ApiProperty({ type: [UnitDto] }) items!: UnitDto[];
}

export class StaffMemberDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  /** The name they sign in with. */
  @ApiProperty() name!: string;
  @ApiProperty() displayName!: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles!: Role[];
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() active!: boolean;
  /** To be sent back as If-Match with a change. */
  @ApiProperty() version!: number;
}

/** An account with how its owner comes in; never anything of the password itself. */
export class StaffAccountDto extends StaffMemberDto {
  /** Until when the one-time password that was given out may be exchanged; null when the owner has a password. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oneTimeUntil!: string | null;
  /** Until when too many wrong passwords keep the owner out; null when they do not. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lockedUntil!: string | null;
}

export const STAFF_STANDINGS = ['active', 'inactive'] as const;

/** What the list of accounts is narrowed to. */
export class StaffListQuery extends PageQuery {
  /** Part of the name they sign in with, or of the person's name. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 60 })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @Trimmed()
  q?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({ enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  /** Whether they may sign in. */
  @ApiPropertyOptional({ enum: STAFF_STANDINGS })
  @IsOptional()
  @IsIn(STAFF_STANDINGS)
  standing?: (typeof STAFF_STANDINGS)[number];
}

export class StaffPageDto {
  @ApiProperty({ type: [StaffMemberDto] }) items!: StaffMemberDto[];
  /** Cursor of the next page, null on the last. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** An account as it is shown: never with anything of its password. */
export function shownMember(row: StaffRow): StaffMemberDto {
  const { id, sign_in_name: name, display_name: displayName, roles, unit_id: unitId, active, version } = row;
  return { id, name, displayName, roles, unitId, active, version };
}
