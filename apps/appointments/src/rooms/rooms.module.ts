import { Module } from '@nestjs/common';
import { RoomBookingRepository } from './room-bookings.repository.js';
import { RoomBookings } from './room-bookings.service.js';
import { FreeRooms } from './free-rooms.js';
import { RoomController } from './room.controller.js';
import { RoomDesk } from './room-desk.js';
import { RoomRepository } from './rooms.repository.js';
import { Rooms } from './rooms.service.js';

/** Interview rooms, asked for by interviews over NATS. */
@Module({
  controllers: [RoomController],
  providers: [RoomRepository, RoomBookingRepository, FreeRooms, RoomBookings, RoomDesk, Rooms],
})
export class RoomsModule {}
