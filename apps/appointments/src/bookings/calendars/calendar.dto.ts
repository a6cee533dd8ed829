import { IsOptional, IsUUID } from 'class-validator';

/** Whose bookings the feed is to hold: a window's, or those an officer is on duty for. Exactly one is given. */
export class MakeFeedDto {
  @IsOptional()
  @IsUUID()
  windowId?: string;

  @IsOptional()
  @IsUUID()
  officerId?: string;
}

/** The address is the key: whoever has it reads the feed. It is told once; asking again makes a new one. */
export class CalendarFeedDto {
  /** A path at this suite's own address. */
  path: string;
}
