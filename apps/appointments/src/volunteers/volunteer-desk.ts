import {
  VolunteerConfirmRequest,
  VolunteerFindRequest,
  VolunteerHoldRequest,
  VolunteerReleaseRequest,
  type BookingConfirmQuestion,
  type BookingReleaseQuestion,
  type FreeVolunteerList,
  type VolunteerBooking,
  type VolunteerFindQuestion,
  type VolunteerHoldQuestion,
} from '@app/common/contracts/requests.js';
import { Answers } from '@app/common/messaging/answers.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { answerOf, wishOf } from '../interview-bookings/booking-answer.js';
import { InterviewBookings, type Booked } from '../interview-bookings/interview-bookings.service.js';
import { FreeVolunteers } from './free-volunteers.js';
import type { VolunteerRow } from './volunteer.dto.js';
import { VolunteerResources } from './volunteer-resources.js';

/** Answers what interviews asks about volunteers, as the desk of rooms does about rooms. */
@Injectable()
export class VolunteerDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly free: FreeVolunteers,
    private readonly volunteers: VolunteerResources,
    private readonly bookings: InterviewBookings,
  ) {}

  @Answers(VolunteerFindRequest)
  async find(question: VolunteerFindQuestion): Promise<FreeVolunteerList> {
    return { volunteers: await this.free.find(this.dataSource.manager, question) };
  }

  @Answers(VolunteerHoldRequest)
  async hold(question: VolunteerHoldQuestion): Promise<VolunteerBooking> {
    return answer(await this.bookings.hold(this.volunteers, wishOf(question, question.volunteerId)));
  }

  @Answers(VolunteerConfirmRequest)
  async confirm({ bookingId }: BookingConfirmQuestion): Promise<VolunteerBooking> {
    return answer(await this.bookings.confirm(this.volunteers, bookingId));
  }

  @Answers(VolunteerReleaseRequest)
  async release({ bookingId, reason }: BookingReleaseQuestion): Promise<VolunteerBooking> {
    return answer(await this.bookings.release(this.volunteers, bookingId, reason));
  }
}

function answer({ resource, booking }: Booked<VolunteerRow>): VolunteerBooking {
  const { id: volunteerId, name, staffId } = resource;
  return { ...answerOf(booking), volunteerId, name, staffId };
}
