import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { FiguresDto, FiguresQuery } from './figures.dto.js';

/** How the windows do over a period. */
@Injectable()
export class Figures {
  read(_query: FiguresQuery): Promise<FiguresDto> {
    return Promise.reject(new ServiceUnavailable());
  }

  csv(_query: FiguresQuery): Promise<string> {
    return Promise.reject(new ServiceUnavailable());
  }
}
