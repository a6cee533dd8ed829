import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { ContactRequestListQuery, ContactRequestPage, ContactRequestProgressDto } from './contact-request.dto.js';

/** The 24-hour contact list. */
@Injectable()
export class ContactList {
  list(_query: ContactRequestListQuery): Promise<ContactRequestPage> {
    return Promise.reject(new ServiceUnavailable());
  }

  progress(_code: string): Promise<ContactRequestProgressDto> {
    return Promise.reject(new ServiceUnavailable());
  }
}
