import type { StaffActor } from '@app/common/auth/actor.js';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { DeskBookingRow } from './desk.dto.js';

/** 爽约: bookings whose citizen did not come. */
@Injectable()
export class MissedBookings {
  miss(_staff: StaffActor, _code: string): Promise<DeskBookingRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  visited(_staff: StaffActor, _code: string): Promise<DeskBookingRow> {
    return Promise.reject(new ServiceUnavailable());
  }
}
