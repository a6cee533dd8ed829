import {
  RoomConfirmRequest,
  RoomFindRequest,
  RoomHoldRequest,
  RoomReleaseRequest,
  type BookingConfirmQuestion,
  type BookingReleaseQuestion,
  type FreeRoomList,
  type RoomBooking,
  type RoomFindQuestion,
  type RoomHoldQuestion,
} from '@app/common/contracts/requests.js';
import { Answers } from '@app/common/messaging/answers.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { answerOf, wishOf } from '../interview-bookings/booking-answer.js';
import { InterviewBookings, type Booked } from '../interview-bookings/interview-bookings.service.js';
import { FreeRooms } from './free-rooms.js';
import { RoomResources } from './room-resources.js';
import type { RoomWithSite } from './rooms.repository.js';

/** Answers what interviews asks about rooms (interfaces.md §4). */
@Injectable()
export class RoomDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly free: FreeRooms,
    private readonly rooms: RoomResources,
    private readonly bookings: InterviewBookings,
  ) {}

  @Answers(RoomFindRequest)
  async find(question: RoomFindQuestion): Promise<FreeRoomList> {
    return { rooms: await this.free.find(this.dataSource.manager, question) };
  }

  @Answers(RoomHoldRequest)
  async hold(question: RoomHoldQuestion): Promise<RoomBooking> {
    return answer(await this.bookings.hold(this.rooms, wishOf(question, question.roomId)));
  }

  @Answers(RoomConfirmRequest)
  async confirm({ bookingId }: BookingConfirmQuestion): Promise<RoomBooking> {
    return answer(await this.bookings.confirm(this.rooms, bookingId));
  }

  @Answers(RoomReleaseRequest)
  async release({ bookingId, reason }: BookingReleaseQuestion): Promise<RoomBooking> {
    return answer(await this.bookings.release(this.rooms, bookingId, reason));
  }
}

function answer({ resource, booking }: Booked<RoomWithSite>): RoomBooking {
  const { id: roomId, nameZh, nameEn, address } = resource;
  return { ...answerOf(booking), roomId, nameZh, nameEn, address };
}
