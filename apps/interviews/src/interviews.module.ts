import { SunlineModule } from '@app/common/service/service.module.js';
import { Module } from '@nestjs/common';
import { AppointmentWriter } from './appointments/appointment-writer.js';
import { BookingRecord } from './appointments/booking.entity.js';
import { BookingSaga } from './appointments/booking-saga.js';
import { BookingTimers } from './appointments/booking.timers.js';
import { BookingRepository } from './appointments/bookings.repository.js';
import { CaseAppointmentController } from './appointments/case-appointment.controller.js';
import { CaseAppointments } from './appointments/case-appointments.service.js';
import { CaseVolunteerController } from './appointments/case-volunteer.controller.js';
import { CaseVolunteers } from './appointments/case-volunteers.service.js';
import { CalendarDayEvents } from './calendar/calendar-day.events.js';
import { CalendarYearEvents } from './calendar/calendar-year.events.js';
import { CardController } from './cards/card.controller.js';
import { Card } from './cards/card.entity.js';
import { CardIssue } from './cards/card-issue.js';
import { CardRepository } from './cards/cards.repository.js';
import { Cards } from './cards/cards.service.js';
import { CaseController } from './cases/case.controller.js';
import { InterviewCase } from './cases/case.entity.js';
import { CaseGate } from './cases/case-gate.js';
import { CaseOpener } from './cases/case-opener.js';
import { CaseReader } from './cases/case-reader.js';
import { CaseRepository } from './cases/case.repository.js';
import { CaseSteps } from './cases/case-steps.service.js';
import { CaseTimers } from './cases/case.timers.js';
import { LimitRecount } from './cases/limit-recount.js';
import { LimitTimers } from './cases/limit-timers.js';
import { InterviewRound } from './cases/round.entity.js';
import { RoundOpener } from './cases/round-opener.js';
import { Verifications } from './cases/verifications.service.js';
import { InstructionController } from './instructions/instruction.controller.js';
import { Instruction } from './instructions/instruction.entity.js';
import { InstructionReader } from './instructions/instruction-reader.js';
import { InstructionRepository } from './instructions/instructions.repository.js';
import { Instructions } from './instructions/instructions.service.js';
import { FormalLetter } from './letters/letter.entity.js';
import { LetterIssue } from './letters/letter-issue.js';
import { LetterRepository } from './letters/letters.repository.js';
import { Interviews1763856100000 } from './migrations/1763856100000-interviews.js';
import { KnownUnitsInUse1763942400000 } from './migrations/1763942400000-known-units-in-use.js';
import { VolunteersAtInterviews1763942860000 } from './migrations/1763942860000-volunteers-at-interviews.js';
import { LostVolunteers1763942897000 } from './migrations/1763942897000-lost-volunteers.js';
import { MovedTalks1763942899000 } from './migrations/1763942899000-moved-talks.js';
import { OfficialNumbers } from './numbers/official-numbers.js';
import { OrderController } from './orders/order.controller.js';
import { SupervisionOrder } from './orders/order.entity.js';
import { OrderIssue } from './orders/order-issue.js';
import { OrderTimers } from './orders/order.timers.js';
import { OrderRepository } from './orders/orders.repository.js';
import { Orders } from './orders/orders.service.js';
import { ReportController } from './reports/report.controller.js';
import { WeeklyReport } from './reports/report.entity.js';
import { ReportDrafts } from './reports/report-drafts.js';
import { ReportTimers } from './reports/report.timers.js';
import { ReportRepository } from './reports/reports.repository.js';
import { Reports } from './reports/reports.service.js';
import { Breaches } from './scoreboard/breaches.js';
import { InterviewSettings } from './settings/interview-settings.js';
import { CaseNews } from './stream/case-news.js';
import { StreamController } from './stream/stream.controller.js';
import { PromisedTaskController } from './tasks/promised-task.controller.js';
import { PromisedTask } from './tasks/promised-task.entity.js';
import { PromisedTasks } from './tasks/promised-tasks.service.js';
import { TaskRepository } from './tasks/tasks.repository.js';
import { UnitNames } from './units/unit-names.js';

export const INTERVIEWS_ENTITIES = [
  InterviewCase,
  InterviewRound,
  PromisedTask,
  BookingRecord,
  FormalLetter,
  SupervisionOrder,
  Card,
  WeeklyReport,
  Instruction,
];
export const INTERVIEWS_MIGRATIONS = [
  Interviews1763856100000,
  KnownUnitsInUse1763942400000,
  VolunteersAtInterviews1763942860000,
  LostVolunteers1763942897000,
  MovedTalks1763942899000,
];

/** Interviews: the talk that follows a dissatisfied reply, and its supervision (domain.md §4). */
@Module({
  imports: [
    SunlineModule.forService({
      service: 'interviews',
      entities: INTERVIEWS_ENTITIES,
      migrations: INTERVIEWS_MIGRATIONS,
    }),
  ],
  controllers: [
    StreamController,
    CaseController,
    CaseAppointmentController,
    CaseVolunteerController,
    PromisedTaskController,
    OrderController,
    CardController,
    ReportController,
    InstructionController,
  ],
  providers: [
    { provide: InterviewSettings, useFactory: () => InterviewSettings.from(process.env) },
    UnitNames,
    OfficialNumbers,
    CaseNews,
    CaseRepository,
    CaseGate,
    CaseReader,
    CaseOpener,
    RoundOpener,
    LimitTimers,
    LimitRecount,
    CalendarDayEvents,
    CalendarYearEvents,
    CaseSteps,
    Verifications,
    CaseTimers,
    BookingRepository,
    BookingSaga,
    BookingTimers,
    AppointmentWriter,
    CaseAppointments,
    CaseVolunteers,
    TaskRepository,
    PromisedTasks,
    LetterRepository,
    LetterIssue,
    OrderRepository,
    OrderIssue,
    OrderTimers,
    Orders,
    CardRepository,
    CardIssue,
    Cards,
    ReportRepository,
    ReportDrafts,
    ReportTimers,
    Reports,
    InstructionRepository,
    InstructionReader,
    Instructions,
    Breaches,
  ],
})
export class InterviewsModule {}
