import { Module } from '@nestjs/common';
import { InterviewBookingsModule } from '../interview-bookings/interview-bookings.module.js';
import { FreeRooms } from './free-rooms.js';
import { RoomController } from './room.controller.js';
import { RoomDesk } from './room-desk.js';
import { RoomResources } from './room-resources.js';
import { RoomRepository } from './rooms.repository.js';
import { Rooms } from './rooms.service.js';

/** Interview rooms, asked for by interviews over NATS. */
@Module({
  imports: [InterviewBookingsModule],
  controllers: [RoomController],
  providers: [RoomRepository, FreeRooms, RoomResources, RoomDesk, Rooms],
})
export class RoomsModule {}
