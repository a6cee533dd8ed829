import { IsInstant } from '@app/common/http/is-instant.js';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, Min, ValidateIf } from 'class-validator';

/** Where and when the citizen is invited: a room of the county's 约谈室, or in the field. */
export class AppointmentBody {
  @IsIn(['room', 'field']) place: 'room' | 'field';
  /** With `room`: one of the free rooms. */
  @ValidateIf((body: AppointmentBody) => body.place === 'room') @IsUUID() roomId?: string;
  /** With `field`: the village, street or home. */
  @ValidateIf((body: AppointmentBody) => body.place === 'field') @IsString() @Length(2, 200) address?: string;
  @IsInstant() startAt: string;
  @IsInstant() endAt: string;
}

export class FreeRoomsQuery {
  @IsInstant() from: string;
  @IsInstant() to: string;
  @Type(() => Number) @IsInt() @Min(15) @Max(480) durationMinutes: number;
}

/** A room and a time in which it is free. */
export class FreeRoomDto {
  roomId: string;
  nameZh: string;
  nameEn: string;
  address: string;
  seats: number;
  startAt: string;
  endAt: string;
}

export class FreeRoomsDto {
  items: FreeRoomDto[];
}
