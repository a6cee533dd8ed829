import { IsInstant } from '@app/common/http/is-instant.js';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateIf } from 'class-validator';

/** Where and when the citizen is invited: a room of the county's 约谈室, or in the field. */
export class AppointmentBody {
  @IsIn(['room', 'field']) place: 'room' | 'field';
  /** With `room`: one of the free rooms. */
  @ValidateIf((body: AppointmentBody) => body.place === 'room') @IsUUID() roomId?: string;
  /** With `field`: the village, street or home. */
  @ValidateIf((body: AppointmentBody) => body.place === 'field') @IsString() @Length(2, 200) address?: string;
  @IsInstant() startAt: string;
  @IsInstant() endAt: string;
  /** The legal volunteer who joins; without one nobody does. */
  @IsOptional() @IsUUID() volunteerId?: string | null;
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

export class FreeVolunteersQuery {
  @IsInstant() startAt: string;
  @IsInstant() endAt: string;
  /** Only those who know it: `land`, `labour`, … */
  @IsOptional() @IsString() @Length(1, 40) field?: string;
}

/** A volunteer who is free. */
export class FreeVolunteerDto {
  volunteerId: string;
  name: string;
  /** What they know: `land`, `labour`, … */
  fields: string[];
}

export class FreeVolunteersDto {
  items: FreeVolunteerDto[];
}

/** Who joins the talk. */
export class VolunteerAtTalkBody {
  /** Null: nobody any more. */
  @ValidateIf((body: VolunteerAtTalkBody) => body.volunteerId !== null) @IsUUID() volunteerId: string | null;
}
