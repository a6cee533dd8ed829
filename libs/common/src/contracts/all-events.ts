import type { EventDefinition, ServiceName } from '../messaging/definitions.js';
import { ownerOf } from '../messaging/definitions.js';
import {
  BookingAttended,
  BookingCancelled,
  BookingConfirmed,
  BookingMissed,
  BookingMoved,
  BookingUnserved,
  ContactOverdue,
  RatingAsked,
} from './appointments.events.js';
import { SmsReceived, SmsRequested } from './gateway.events.js';
import {
  BreachRecorded,
  CalendarDayDeclared,
  CalendarYearBroughtIn,
  TextPassedOn,
  TicketClosed,
  TicketDispatched,
  TicketDissatisfied,
  TicketRegistered,
  TicketReopened,
  TicketReplied,
  ReviewAsked,
  ReviewDecided,
} from './hotline.events.js';
import {
  CardIssued,
  CaseClosed,
  CaseHeld,
  CaseLimitMoved,
  CaseOpened,
  CaseScheduled,
  CaseVerified,
  OrderIssued,
} from './interviews.events.js';

/** Every event of the suite. A stream's subjects are exactly its owner's events, so that requests never land in it. */
export const ALL_EVENTS: readonly EventDefinition[] = [
  TicketRegistered,
  TicketDispatched,
  TicketReplied,
  TicketDissatisfied,
  TicketClosed,
  TicketReopened,
  ReviewAsked,
  ReviewDecided,
  BreachRecorded,
  TextPassedOn,
  CalendarDayDeclared,
  CalendarYearBroughtIn,
  CaseOpened,
  CaseScheduled,
  CaseLimitMoved,
  CaseHeld,
  CaseVerified,
  CaseClosed,
  OrderIssued,
  CardIssued,
  BookingConfirmed,
  BookingMoved,
  BookingUnserved,
  BookingCancelled,
  BookingAttended,
  BookingMissed,
  ContactOverdue,
  RatingAsked,
  SmsRequested,
  SmsReceived,
];

/** The subjects in the stream of `owner`. */
export function subjectsOf(owner: ServiceName): string[] {
  return ALL_EVENTS.map((event) => event.subject).filter((subject) => ownerOf(subject) === owner);
}
