import { IsString, Length } from 'class-validator';
import { Trimmed } from '@app/common/http/typed-text.js';

/** Why the identity has to be seen; it goes into the ledger. */
export class RevealContactDto {
  @IsString()
  @Length(4, 200)
  @Trimmed()
  reason!: string;
}

export class RevealedContactDto {
  name!: string | null;
  phone!: string | null;
}
