import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { Proposal } from './roster.dto.js';

/** Drafts by the solver. */
@Injectable()
export class RosterProposals {
  propose(..._given: unknown[]): Promise<Proposal> {
    return Promise.reject(new ServiceUnavailable());
  }
}
