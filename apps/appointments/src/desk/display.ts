import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { DisplayDto } from './desk.dto.js';

/** What the waiting room's display shows. */
@Injectable()
export class Display {
  of(_siteId: string): Promise<DisplayDto> {
    return Promise.reject(new ServiceUnavailable());
  }
}
