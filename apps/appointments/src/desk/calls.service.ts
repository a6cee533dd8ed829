import type { StaffActor } from '@app/common/auth/actor.js';
import type { IdempotencyContext } from '@app/common/http/idempotency.js';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { CalledDto, CallNextDto, VisitRow } from './desk.dto.js';

/** 叫号: who is called to which window, and how it ends. */
@Injectable()
export class Calls {
  next(_staff: StaffActor, _wish: CallNextDto, _idempotency: IdempotencyContext): Promise<CalledDto> {
    return Promise.reject(new ServiceUnavailable());
  }

  recall(_staff: StaffActor, _id: string): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  serve(_staff: StaffActor, _id: string): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  finish(_staff: StaffActor, _id: string): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  leave(_staff: StaffActor, _id: string): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }
}
