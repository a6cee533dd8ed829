import { SunlineModule } from '@app/common/service/service.module.js';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AppointmentsSettingsModule } from './appointments-settings.module.js';
import { BookingsModule } from './bookings/bookings.module.js';
import { CalendarDayModule } from './calendar/calendar-day.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ContactRequestsModule } from './contact-requests/contact-requests.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DialogueModule } from './dialogue/dialogue.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { Appointments1763856200000 } from './migrations/1763856200000-appointments.js';
import { Catalogue1763942400000 } from './migrations/1763942400000-catalogue.js';
import { Schedule1763942500000 } from './migrations/1763942500000-schedule.js';
import { Duty1763942600000 } from './migrations/1763942600000-duty.js';
import { CitizenBookings1763942700000 } from './migrations/1763942700000-citizen-bookings.js';
import { BookingServices1763942810000 } from './migrations/1763942810000-booking-services.js';
import { MaterialLists1763942820000 } from './migrations/1763942820000-material-lists.js';
import { Desk1763942840000 } from './migrations/1763942840000-desk.js';
import { ContactRequests1763942841000 } from './migrations/1763942841000-contact-requests.js';
import { PostsLeft1763942842000 } from './migrations/1763942842000-posts-left.js';
import { Rosters1763942850000 } from './migrations/1763942850000-rosters.js';
import { Dialogue1763942880000 } from './migrations/1763942880000-dialogue.js';
import { OpenedTime1763942890000 } from './migrations/1763942890000-opened-time.js';
import { Unserved1763942891000 } from './migrations/1763942891000-unserved.js';
import { TakenPlaces1763942895000 } from './migrations/1763942895000-taken-places.js';
import { VolunteerContacts1763942898000 } from './migrations/1763942898000-volunteer-contacts.js';
import { ClosuresOnce1763942900000 } from './migrations/1763942900000-closures-once.js';
import { MovedTalks1763942899000 } from './migrations/1763942899000-moved-talks.js';
import { WaitlistHomeVisits1763942896000 } from './migrations/1763942896000-waitlist-home-visits.js';
import { RoomsModule } from './rooms/rooms.module.js';
import { DemoRosters } from './rosters/demo-rosters.js';
import { RostersModule } from './rosters/rosters.module.js';
import { ScheduleAdminModule } from './schedule/schedule-admin.module.js';
import { ScheduleModule } from './schedule/schedule.module.js';
import { DemoCounty } from './seed/demo-county.js';
import { Site } from './sites/site.entity.js';
import { SlotsModule } from './slots/slots.module.js';
import { VolunteersModule } from './volunteers/volunteers.module.js';
import { WaitlistModule } from './waitlist/waitlist.module.js';

export const APPOINTMENTS_ENTITIES = [Site];
export const APPOINTMENTS_MIGRATIONS = [
  Appointments1763856200000,
  Catalogue1763942400000,
  Schedule1763942500000,
  Duty1763942600000,
  CitizenBookings1763942700000,
  BookingServices1763942810000,
  MaterialLists1763942820000,
  Desk1763942840000,
  ContactRequests1763942841000,
  PostsLeft1763942842000,
  Rosters1763942850000,
  Dialogue1763942880000,
  OpenedTime1763942890000,
  Unserved1763942891000,
  TakenPlaces1763942895000,
  WaitlistHomeVisits1763942896000,
  VolunteerContacts1763942898000,
  MovedTalks1763942899000,
  ClosuresOnce1763942900000,
];

/** Appointments: what can be booked, and when it is free (domain.md §3). */
@Module({
  imports: [
    SunlineModule.forService({
      service: 'appointments',
      entities: APPOINTMENTS_ENTITIES,
      migrations: APPOINTMENTS_MIGRATIONS,
    }),
    AppointmentsSettingsModule,
    CalendarDayModule,
    CatalogueModule,
    ScheduleModule,
    ScheduleAdminModule,
    SlotsModule,
    BookingsModule,
    WaitlistModule,
    DeskModule,
    ContactRequestsModule,
    RostersModule,
    DialogueModule,
    FiguresModule,
    RoomsModule,
    VolunteersModule,
  ],
  providers: [DemoCounty],
})
export class AppointmentsModule implements OnApplicationBootstrap {
  constructor(private readonly demoRosters: DemoRosters) {}

  /** Comes after the module's providers: the demo county has its officers then. */
  onApplicationBootstrap(): void {
    if (process.env.DEMO === '1') this.demoRosters.start();
  }
}
