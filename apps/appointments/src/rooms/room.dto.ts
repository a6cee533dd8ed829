import { IsInstant } from '@app/common/http/is-instant.js';
import { PageQuery } from '@app/common/http/page.js';
import { IsOptional, IsUUID } from 'class-validator';

export class RoomListQuery extends PageQuery {
  @IsOptional() @IsUUID() unitId?: string;
}

/** An interview room (约谈室). */
export class RoomRow {
  id: string;
  siteId: string;
  siteNameZh: string;
  siteNameEn: string;
  /** The unit whose room it is. */
  unitId: string;
  nameZh: string;
  nameEn: string;
  address: string;
  seats: number;
}

export class RoomPage {
  items: RoomRow[];
  next: string | null;
}

export class RoomBookingsQuery extends PageQuery {
  @IsInstant() from: string;
  /** At most 92 days after `from`. */
  @IsInstant() to: string;
}

/** When a room is taken: by whom and why stays with the interview. */
export class RoomBookingRow {
  id: string;
  startAt: string;
  endAt: string;
  state: 'held' | 'confirmed';
}

export class RoomBookingPage {
  items: RoomBookingRow[];
  next: string | null;
}
