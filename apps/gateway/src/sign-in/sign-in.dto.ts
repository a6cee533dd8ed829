import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '@app/common/auth/actor.js';
import { SHORTEST_PASSWORD } from './domain/password-rules.js';

export class SignInDto {
  @ApiProperty({ minLength: 1, maxLength: 64 })
  @IsString()
  @Length(1, 64)
  name!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  password!: string;

  /** One's own password from now on. Needed with a one-time password; given with one's own, it is exchanged. */
  @ApiPropertyOptional({ minLength: SHORTEST_PASSWORD, maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(SHORTEST_PASSWORD, 200)
  newPassword?: string;
}

/** Who is signed in. */
export class SessionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  /** The name they sign in with. */
  @ApiProperty() name!: string;
  @ApiProperty() displayName!: string;
  @ApiProperty({ enum: ROLES, isArray: true }) roles!: Role[];
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitNameZh!: string;
  @ApiProperty() unitNameEn!: string;
  /** The suite's time now, which every limit is counted by: a demo lives in another week. */
  @ApiProperty({ format: 'date-time' }) now!: string;
}
