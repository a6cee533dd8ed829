import type { Role } from '@app/common/auth/actor.js';
import { ROLES } from '@app/common/auth/actor.js';
import type { Unit } from '@app/common/contracts/requests.js';
import { ApiProperty } from '@nestjs/swagger';

export class UnitDto implements Unit {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() nameZh!: string;
  @ApiProperty() nameEn!: string;
  @ApiProperty({ enum: ['hotline', 'commission', 'leadership', 'unit'] }) kind!: Unit['kind'];
  @ApiProperty() address!: string;
  @ApiProperty() phone!: string;
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
