import { DomainError } from '@app/common/http/problem.js';

/** 409: the phone has an open request of this kind for this item; it is not contacted twice for one wish. */
export class AlreadyRequested extends DomainError {
  constructor() {
    super('already-requested', 409);
  }
}
