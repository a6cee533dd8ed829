import { Module } from '@nestjs/common';
import { SunlineModule } from '@app/common/service/service.module.js';
import { Category } from './categories/category.entity.js';
import { CalendarDayController } from './calendar/calendar-day.controller.js';
import { CalendarDays } from './calendar/calendar-days.js';
import { CalendarInForceController } from './calendar/calendar-in-force.controller.js';
import { CalendarYearController } from './calendar/calendar-year.controller.js';
import { CalendarYears } from './calendar/calendar-years.js';
import { Categories1763856200000 } from './categories/categories.migration.js';
import { CitizenController } from './citizens/citizen.controller.js';
import { LookUpTries } from './citizens/look-up-tries.js';
import { ProgressService } from './citizens/progress.service.js';
import { ClockRecount } from './clocks/clock-recount.js';
import { ClockJobs } from './clocks/clock.jobs.js';
import { Clocks } from './clocks/clocks.js';
import { TicketClock } from './clocks/ticket-clock.entity.js';
import { ContactService } from './confidentiality/contact.service.js';
import { TicketContact } from './confidentiality/ticket-contact.entity.js';
import { DemoTickets } from './demo/demo-tickets.js';
import { UnitDirectory } from './directory/unit-directory.js';
import { HotlineSettings, hotlineSettings } from './hotline.settings.js';
import { InterviewEvents } from './interviews/interview.events.js';
import { TicketInterview } from './interviews/ticket-interview.entity.js';
import { TicketNotice } from './interviews/ticket-notice.entity.js';
import { PhoneLanguage1763942800000 } from './migrations/phone-language.migration.js';
import { RequestDialogue1763943000000 } from './migrations/request-dialogue.migration.js';
import { TicketReview1763943100000 } from './migrations/ticket-review.migration.js';
import { Tickets1763856100000 } from './migrations/tickets.migration.js';
import { RatingService } from './ratings/rating.service.js';
import { TicketRating } from './ratings/ticket-rating.entity.js';
import { ReviewController } from './reviews/review.controller.js';
import { ReviewRepository } from './reviews/review.repository.js';
import { ReviewService } from './reviews/review.service.js';
import { RegistrationController } from './registration/registration.controller.js';
import { RegistrationService } from './registration/registration.service.js';
import { TicketNumbers } from './registration/ticket-numbers.js';
import { ServiceItemController } from './service-items/service-item.controller.js';
import { ServiceItem } from './service-items/service-item.entity.js';
import { ServiceItems } from './service-items/service-items.js';
import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { CitizenMessages } from './text-messages/citizen-messages.js';
import { PhoneLanguages } from './text-messages/phone-languages.js';
import { RatingsAskedElsewhere } from './text-messages/ratings-asked-elsewhere.js';
import { RequestDialogues } from './text-messages/request-dialogues.js';
import { RequestTalks } from './text-messages/request-talks.repository.js';
import { TextMessageEvents } from './text-messages/text-message.events.js';
import { TextsPassedOn } from './text-messages/texts-passed-on.js';
import { StreamController } from './tickets/stream.controller.js';
import { TicketActing } from './tickets/ticket-acting.js';
import { TicketReopening } from './tickets/ticket-reopening.js';
import { TicketReader } from './tickets/ticket-reader.js';
import { TicketReply } from './tickets/ticket-reply.entity.js';
import { TicketStream } from './tickets/ticket-stream.js';
import { TicketSummaryAnswers } from './tickets/ticket-summary.answers.js';
import { TicketView } from './tickets/ticket-view.js';
import { TicketController } from './tickets/ticket.controller.js';
import { Ticket } from './tickets/ticket.entity.js';
import { TicketRepository } from './tickets/ticket.repository.js';
import { TicketService } from './tickets/ticket.service.js';

/** What the hotline keeps, for whoever opens its database: the service, the import, specs. */
export const HOTLINE_DATABASE = {
  service: 'hotline',
  entities: [
    Ticket,
    TicketContact,
    TicketReply,
    TicketRating,
    TicketClock,
    TicketInterview,
    TicketNotice,
    ServiceItem,
    Category,
  ],
  migrations: [
    Tickets1763856100000,
    Categories1763856200000,
    PhoneLanguage1763942800000,
    RequestDialogue1763943000000,
    TicketReview1763943100000,
  ],
} as const;

/** 热线: tickets from their registration to their being struck off. */
@Module({
  imports: [SunlineModule.forService(HOTLINE_DATABASE)],
  controllers: [
    TicketController,
    ReviewController,
    RegistrationController,
    CitizenController,
    ServiceItemController,
    CalendarDayController,
    CalendarInForceController,
    CalendarYearController,
    StreamController,
  ],
  providers: [
    { provide: HotlineSettings, useFactory: () => hotlineSettings(process.env.HOTLINE_SETTINGS) },
    StatementPool,
    TicketRepository,
    TicketStream,
    TicketActing,
    TicketReopening,
    TicketService,
    TicketReader,
    TicketView,
    TicketSummaryAnswers,
    TicketNumbers,
    RegistrationService,
    ServiceItems,
    UnitDirectory,
    Clocks,
    ClockJobs,
    ClockRecount,
    CalendarDays,
    CalendarYears,
    ContactService,
    RatingService,
    ReviewRepository,
    ReviewService,
    LookUpTries,
    ProgressService,
    CitizenMessages,
    PhoneLanguages,
    RatingsAskedElsewhere,
    TextsPassedOn,
    RequestTalks,
    RequestDialogues,
    TextMessageEvents,
    InterviewEvents,
    DemoTickets,
  ],
})
export class HotlineModule {}
