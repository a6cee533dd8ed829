import { DomainError } from '@app/common/http/problem.js';

/** 409: a booking of this id was given back and cannot come to life again. */
export class BookingReleased extends DomainError {
  constructor(data: { bookingId: string }) {
    super('booking-released', 409, data);
  }
}

/** 409: the id is taken by a booking of another time, resource or interview. */
export class BookingIdTaken extends DomainError {
  constructor(data: { bookingId: string }) {
    super('booking-id-taken', 409, data);
  }
}

/** 409: the hold is over; ask for it again. */
export class HoldExpired extends DomainError {
  constructor(data: { bookingId: string }) {
    super('hold-expired', 409, data);
  }
}
