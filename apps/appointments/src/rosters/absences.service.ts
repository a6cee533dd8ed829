import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { AbsenceEnded, AbsencePage, AbsenceReport } from './absence.dto.js';

/** Absences. */
@Injectable()
export class Absences {
  list(..._given: unknown[]): Promise<AbsencePage> {
    return Promise.reject(new ServiceUnavailable());
  }
  report(..._given: unknown[]): Promise<AbsenceReport> {
    return Promise.reject(new ServiceUnavailable());
  }
  end(..._given: unknown[]): Promise<AbsenceEnded> {
    return Promise.reject(new ServiceUnavailable());
  }
}
