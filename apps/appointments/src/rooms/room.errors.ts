import type { FreeRoom } from '@app/common/contracts/requests.js';
import { DomainError } from '@app/common/http/problem.js';

/** 409: somebody was faster; three free times near the one wanted are offered. */
export class SlotTaken extends DomainError {
  constructor(data: { roomId: string; alternatives: FreeRoom[] }) {
    super('slot-taken', 409, data);
  }
}
