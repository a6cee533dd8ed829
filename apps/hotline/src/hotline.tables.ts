import { Category } from './categories/category.entity.js';
import { Categories1763856200000 } from './categories/categories.migration.js';
import { TicketClock } from './clocks/ticket-clock.entity.js';
import { TicketContact } from './confidentiality/ticket-contact.entity.js';
import { TicketInterview } from './interviews/ticket-interview.entity.js';
import { TicketNotice } from './interviews/ticket-notice.entity.js';
import { Tickets1763856100000 } from './migrations/tickets.migration.js';
import { TicketRating } from './ratings/ticket-rating.entity.js';
import { ServiceItem } from './service-items/service-item.entity.js';
import { TicketReply } from './tickets/ticket-reply.entity.js';
import { Ticket } from './tickets/ticket.entity.js';

/** What the hotline's database holds: for the service, its commands and its specs alike. */
export const HOTLINE_ENTITIES = [
  Category,
  ServiceItem,
  Ticket,
  TicketClock,
  TicketContact,
  TicketInterview,
  TicketNotice,
  TicketRating,
  TicketReply,
] as const;

/** The hotline's own migrations; the common tables come before them. */
export const HOTLINE_MIGRATIONS = [Tickets1763856100000, Categories1763856200000] as const;
