import {
  RoomConfirmRequest,
  RoomFindRequest,
  RoomHoldRequest,
  RoomReleaseRequest,
  type FreeRoomList,
  type RoomBooking,
  type RoomConfirmQuestion,
  type RoomFindQuestion,
  type RoomHoldQuestion,
  type RoomReleaseQuestion,
} from '@app/common/contracts/requests.js';
import { Answers } from '@app/common/messaging/answers.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RoomBookings } from './room-bookings.service.js';
import { FreeRooms } from './free-rooms.js';

/** Answers what interviews asks about rooms (interfaces.md §4). */
@Injectable()
export class RoomDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly free: FreeRooms,
    private readonly bookings: RoomBookings,
  ) {}

  @Answers(RoomFindRequest)
  async find(question: RoomFindQuestion): Promise<FreeRoomList> {
    return { rooms: await this.free.find(this.dataSource.manager, question) };
  }

  @Answers(RoomHoldRequest)
  hold(question: RoomHoldQuestion): Promise<RoomBooking> {
    return this.bookings.hold(question);
  }

  @Answers(RoomConfirmRequest)
  confirm(question: RoomConfirmQuestion): Promise<RoomBooking> {
    return this.bookings.confirm(question);
  }

  @Answers(RoomReleaseRequest)
  release(question: RoomReleaseQuestion): Promise<RoomBooking> {
    return this.bookings.release(question);
  }
}
