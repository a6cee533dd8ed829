import { defaults } from '@shared/api/generated/appointments.js';
import { send } from '@shared/http/send.js';

// The generated client goes out through the one way the house has: its headers, its time limit, its careful retries.
defaults.fetch = send;

/** What the portal needs of the appointments' client. */
export {
  bookingBook,
  bookingCancel,
  bookingConfirm,
  bookingMove,
  bookingRate,
  bookingRead,
  contactRequestFile,
  contactRequestProgress,
  contactRequestTakeBack,
  contactRequestWish,
  displayRead,
  itemList,
  itemRead,
  siteList,
  slotEarliest,
  slotFree,
  waitlistJoin,
  waitlistRead,
  waitlistWithdraw,
  weekPublished,
  type BookingDto,
  type BookingMaterialDto,
  type ContactRequestProgressDto,
  type DisplayDto,
  type EarliestSlotsDto,
  type ItemDto,
  type ItemRow,
  type PublishedWeekDto,
  type SiteRow,
  type SlotDayDto,
  type WaitlistEntryDto,
} from '@shared/api/generated/appointments.js';

/** The booking as a file for the phone's own calendar. */
export const calendarPath = (code: string): string => `/api/appointments/bookings/${code}/calendar.ics`;
