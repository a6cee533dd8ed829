import { defaults } from '@shared/api/generated/hotline.js';
import { send } from '@shared/http/send.js';

// The generated client goes out through the one way the house has: its headers, its time limit, its careful retries.
defaults.fetch = send;

/** What the portal needs of the hotline's client. */
export {
  calendarInForceRead,
  citizenAskReview,
  citizenLookUp,
  citizenRate,
  registrationFile,
  serviceItemList,
  type CalendarInForceDto,
  type ServiceItemDto,
  type TicketProgressDto,
} from '@shared/api/generated/hotline.js';
