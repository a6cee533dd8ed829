import type { Role } from '@app/common/auth/actor.js';
import { ROLES } from '@app/common/auth/actor.js';
import { UNIT_KINDS, type Unit } from '@app/common/contracts/requests.js';
import { ApiProperty } from '@nestjs/swagger';
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
}

export class StaffPageDto {
  @ApiProperty({ type: [StaffMemberDto] }) items!: StaffMemberDto[];
  /** Cursor of the next page, null on the last. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** An account as it is shown: never with anything of its password. */
export function shownMember(row: StaffRow): StaffMemberDto {
  const { id, sign_in_name: name, display_name: displayName, roles, unit_id: unitId, active } = row;
  return { id, name, displayName, roles, unitId, active };
}
