import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { RosterDetail } from './roster.dto.js';

/** Changes by hand. */
@Injectable()
export class RosterChanges {
  add(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
  change(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
  remove(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
  swap(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
  rest(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
}
