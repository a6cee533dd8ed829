import { ApiProperty } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind } from '@app/common/contracts/request-kind.js';

/** A service item (事项): what can be asked for, how long a reply may take, who leads. */
export class ServiceItemDto {
  code!: string;
  nameZh!: string;
  nameEn!: string;
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  kind!: RequestKind;
  /** Working days from dispatch to reply. */
  replyLimitDays!: number;
  leadUnitId!: string | null;
}

export class ServiceItemListDto {
  items!: ServiceItemDto[];
}
