import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { RosterDetail } from './roster.dto.js';

/** Rosters put into force. */
@Injectable()
export class RosterPublication {
  publish(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
  withdraw(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
}
