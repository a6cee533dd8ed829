import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { DeskDayDto } from './desk.dto.js';

/** The day of a site's windows, read in one statement. */
@Injectable()
export class DeskDay {
  read(_siteId: string, _day?: string): Promise<DeskDayDto> {
    return Promise.reject(new ServiceUnavailable());
  }
}
