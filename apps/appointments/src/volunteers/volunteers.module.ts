import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { InterviewBookingsModule } from '../interview-bookings/interview-bookings.module.js';
import { FreeVolunteers } from './free-volunteers.js';
import { VolunteerController } from './volunteer.controller.js';
import { VolunteerDesk } from './volunteer-desk.js';
import { VolunteerResources } from './volunteer-resources.js';
import { VolunteerRepository } from './volunteers.repository.js';
import { Volunteers } from './volunteers.service.js';

/** Legal volunteers, kept by the office, asked for by interviews over NATS. */
@Module({
  imports: [AccountsModule, CatalogueModule, InterviewBookingsModule],
  controllers: [VolunteerController],
  providers: [VolunteerRepository, FreeVolunteers, VolunteerResources, VolunteerDesk, Volunteers],
})
export class VolunteersModule {}
