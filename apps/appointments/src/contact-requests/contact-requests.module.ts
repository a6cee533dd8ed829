import { Module } from '@nestjs/common';
import { ContactList } from './contact-list.js';
import { ContactRequestController } from './contact-request.controller.js';
import { ContactRequestSteps } from './contact-request-steps.service.js';
import { ContactRequests } from './contact-requests.service.js';

/** 预约服务 outside opening hours, and call-backs: a contact within 24 hours of real time. */
@Module({
  controllers: [ContactRequestController],
  providers: [ContactRequests, ContactList, ContactRequestSteps],
  exports: [ContactRequests],
})
export class ContactRequestsModule {}
