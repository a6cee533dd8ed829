import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { BalanceList, RosterDetail, RosterPage } from './roster.dto.js';

/** Rosters as people read them. */
@Injectable()
export class RosterReader {
  list(..._given: unknown[]): Promise<RosterPage> {
    return Promise.reject(new ServiceUnavailable());
  }
  balance(..._given: unknown[]): Promise<BalanceList> {
    return Promise.reject(new ServiceUnavailable());
  }
  detail(..._given: unknown[]): Promise<RosterDetail> {
    return Promise.reject(new ServiceUnavailable());
  }
}
