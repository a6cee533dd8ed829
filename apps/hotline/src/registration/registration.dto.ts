import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { LANGUAGES, REQUEST_KINDS, type Language, type RequestKind } from '@app/common/contracts/request-kind.js';
import { CHANNELS, type Channel } from '../tickets/domain/channel.js';
import { IsPhoneNumber } from '@app/common/contact/is-phone-number.js';
import { Trimmed, TrimmedOrNull } from '@app/common/http/typed-text.js';

/** The seven elements (七要素). 何事 and 何地 are required, the others may be null: 未提供 (domain.md §2). */
export class RequestElementsDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @TrimmedOrNull()
  when?: string | null;

  @IsString()
  @Length(1, 500)
  @Trimmed()
  where!: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @TrimmedOrNull()
  who?: string | null;

  @IsString()
  @Length(2, 4000)
  @Trimmed()
  what!: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @TrimmedOrNull()
  why?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @TrimmedOrNull()
  which?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @TrimmedOrNull()
  result?: string | null;
}

/** How to reach the citizen: kept sealed, apart from the content. */
export class RequestContactDto {
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @TrimmedOrNull()
  name?: string | null;

  /** A Chinese mobile or landline number, or an international one with its `+`. */
  @IsPhoneNumber()
  phone!: string;

  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  @IsIn(LANGUAGES)
  language!: Language;
}

class FiledRequest {
  @ApiProperty({ enum: REQUEST_KINDS, enumName: 'RequestKind' })
  @IsIn(REQUEST_KINDS)
  kind!: RequestKind;

  @ValidateNested()
  @Type(() => RequestElementsDto)
  elements!: RequestElementsDto;

  @ValidateNested()
  @Type(() => RequestContactDto)
  contact!: RequestContactDto;

  /** 举报 (`report`) is confidential unless the citizen says otherwise; other kinds are not. */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;
}

/** 登记: what the operator takes down. */
export class RegisterTicketDto extends FiledRequest {
  @ApiProperty({ enum: CHANNELS, enumName: 'Channel' })
  @IsIn(CHANNELS)
  channel!: Channel;

  @IsString()
  @Length(1, 40)
  serviceItemCode!: string;

  /** 绿色通道. */
  @IsOptional()
  @IsBoolean()
  greenChannel?: boolean;
}

/** What a citizen files on the portal. */
export class FileTicketDto extends FiledRequest {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  serviceItemCode?: string;
}

/** 受理回执 for the citizen. The query code is told once and kept nowhere in clear. */
export class FiledTicketDto {
  number!: string;
  queryCode!: string;
  /** The elements that were not given. */
  missing!: string[];
  registeredAt!: string;
}

export class RegisteredTicketDto extends FiledTicketDto {
  id!: string;
  state!: string;
  version!: number;
}
