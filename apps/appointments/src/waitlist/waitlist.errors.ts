import { DomainError } from '@app/common/http/problem.js';

/** 409: the phone waits for the same item at the same site already. */
export class AlreadyWaiting extends DomainError {
  constructor(data: { itemCode: string; siteId: string }) {
    super('already-waiting', 409, data);
  }
}
