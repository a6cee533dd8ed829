import { Staff } from '@app/common/auth/access.decorators.js';
import { IdParam } from '@app/common/http/validation.js';
import { Controller, Get, Query } from '@nestjs/common';
import { RoomBookingPage, RoomBookingsQuery, RoomListQuery, RoomPage } from './room.dto.js';
import { Rooms } from './rooms.service.js';

@Controller('rooms')
export class RoomController {
  constructor(private readonly rooms: Rooms) {}

  /** Interview rooms by site and name. */
  @Get()
  @Staff()
  list(@Query() query: RoomListQuery): Promise<RoomPage> {
    return this.rooms.list(query);
  }

  /** When a room is taken, the earliest first. */
  @Get(':id/bookings')
  @Staff()
  bookings(@IdParam() id: string, @Query() query: RoomBookingsQuery): Promise<RoomBookingPage> {
    return this.rooms.takenTimes(id, query);
  }
}
