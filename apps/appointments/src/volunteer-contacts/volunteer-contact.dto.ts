import { IsPhoneNumber } from '@app/common/contact/is-phone-number.js';
import { LANGUAGES, type Language } from '@app/common/contracts/request-kind.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** How a volunteer is told of talks. */
export class VolunteerContact {
  /** The volunteer's. */
  id: string;
  /** Null where none is known. */
  @ApiProperty({ type: String, nullable: true })
  phoneMasked: string | null;
  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  language: Language;
  /** 0 where nothing was ever entered. */
  version: number;
}

export class VolunteerContactBody {
  /** One that receives text messages; left out, the phone stays, null takes it away. */
  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @IsPhoneNumber()
  phone?: string | null;

  @ApiProperty({ enum: LANGUAGES, enumName: 'Language' })
  @IsIn(LANGUAGES)
  language: Language;
}
