import type { SessionName } from '@app/common/calendar/calendar.js';
import { DomainError } from '@app/common/http/problem.js';

/** A free time offered in place of one that is taken. */
export interface Alternative {
  readonly siteId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly session: SessionName;
  readonly placesLeft: number;
}

/** 409: somebody was faster; the three nearest free times are offered. */
export class SlotTaken extends DomainError {
  constructor(data: { alternatives: readonly Alternative[] }) {
    super('slot-taken', 409, data);
  }
}

/** 409: one booking per phone, item and day (domain.md §3). */
export class AlreadyBookedThatDay extends DomainError {
  constructor(data: { itemCode: string; day: string }) {
    super('already-booked-that-day', 409, data);
  }
}

/** 409: the hold is over; choose again. */
export class HoldExpired extends DomainError {
  constructor(data: { code: string }) {
    super('hold-expired', 409, data);
  }
}
