import { SunlineModule } from '@app/common/service/service.module.js';
import { Module } from '@nestjs/common';
import { BookingRepository } from './bookings/bookings.repository.js';
import { RoomBookings } from './bookings/room-bookings.service.js';
import { Appointments1763856200000 } from './migrations/1763856200000-appointments.js';
import { FreeRooms } from './rooms/free-rooms.js';
import { RoomController } from './rooms/room.controller.js';
import { RoomDesk } from './rooms/room-desk.js';
import { Room } from './rooms/room.entity.js';
import { RoomRepository } from './rooms/rooms.repository.js';
import { Rooms } from './rooms/rooms.service.js';
import { DemoRooms } from './seed/demo-rooms.js';
import { Site } from './sites/site.entity.js';

export const APPOINTMENTS_ENTITIES = [Site, Room];
export const APPOINTMENTS_MIGRATIONS = [Appointments1763856200000];

/** Appointments: what can be booked, and when it is free (domain.md §3). */
@Module({
  imports: [
    SunlineModule.forService({
      service: 'appointments',
      entities: APPOINTMENTS_ENTITIES,
      migrations: APPOINTMENTS_MIGRATIONS,
    }),
  ],
  controllers: [RoomController],
  providers: [RoomRepository, BookingRepository, FreeRooms, RoomBookings, RoomDesk, Rooms, DemoRooms],
})
export class AppointmentsModule {}
