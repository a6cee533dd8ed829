import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { ContactClockJobs } from './contact-clock.jobs.js';
import { ContactList } from './contact-list.js';
import { ContactRequestNews } from './contact-request-news.js';
import { ContactRequestSteps } from './contact-request-steps.service.js';
import { ContactRequestView } from './contact-request-view.js';
import { ContactRequestController } from './contact-request.controller.js';
import { ContactRequestRepository } from './contact-requests.repository.js';
import { ContactRequests } from './contact-requests.service.js';
import { OwnContactRequests } from './own-contact-requests.service.js';

/** 预约服务 outside opening hours, and call-backs: a contact within 24 hours of real time. */
@Module({
  imports: [BookingsModule],
  controllers: [ContactRequestController],
  providers: [
    ContactRequestRepository,
    ContactRequestView,
    ContactRequestNews,
    ContactRequests,
    ContactList,
    ContactRequestSteps,
    OwnContactRequests,
    ContactClockJobs,
  ],
  exports: [ContactRequests, OwnContactRequests],
})
export class ContactRequestsModule {}
