import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { OfficerPage, OfficerRow, PostSeats, PostSeatsList } from './officer.dto.js';

/** Officers and the seats of posts. */
@Injectable()
export class Officers {
  list(..._given: unknown[]): Promise<OfficerPage> {
    return Promise.reject(new ServiceUnavailable());
  }
  add(..._given: unknown[]): Promise<OfficerRow> {
    return Promise.reject(new ServiceUnavailable());
  }
  change(..._given: unknown[]): Promise<OfficerRow> {
    return Promise.reject(new ServiceUnavailable());
  }
  seats(..._given: unknown[]): Promise<PostSeatsList> {
    return Promise.reject(new ServiceUnavailable());
  }
  seat(..._given: unknown[]): Promise<PostSeats> {
    return Promise.reject(new ServiceUnavailable());
  }
}
