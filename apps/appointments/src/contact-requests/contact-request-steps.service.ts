import type { StaffActor } from '@app/common/auth/actor.js';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { AgreeTimeDto, ContactRequestRow, RevealedRequesterDto } from './contact-request.dto.js';

/** What staff do with a request, from the contact to the service. */
@Injectable()
export class ContactRequestSteps {
  contacted(_staff: StaffActor, _id: string): Promise<ContactRequestRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  agree(_staff: StaffActor, _id: string, _time: AgreeTimeDto): Promise<ContactRequestRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  arrange(_staff: StaffActor, _id: string, _officerId: string): Promise<ContactRequestRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  serve(_staff: StaffActor, _id: string): Promise<ContactRequestRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  withdraw(_staff: StaffActor, _id: string, _reason: string): Promise<ContactRequestRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  reveal(_staff: StaffActor, _id: string, _reason: string): Promise<RevealedRequesterDto> {
    return Promise.reject(new ServiceUnavailable());
  }
}
