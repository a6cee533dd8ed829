import type { StaffActor } from '@app/common/auth/actor.js';
import type { IdempotencyContext } from '@app/common/http/idempotency.js';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { CheckInDto, VisitRow, WalkInDto } from './desk.dto.js';

/** 签到 and 现场取号. */
@Injectable()
export class CheckIns {
  checkIn(_staff: StaffActor, _arrival: CheckInDto, _idempotency: IdempotencyContext): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }

  walkIn(_staff: StaffActor, _arrival: WalkInDto, _idempotency: IdempotencyContext): Promise<VisitRow> {
    return Promise.reject(new ServiceUnavailable());
  }
}
