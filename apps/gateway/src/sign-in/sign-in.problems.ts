import { DomainError } from '@app/common/http/problem.js';

/** 401: no such account, wrong password, or an account out of use; which of them is not said. */
export class SignInRefused extends DomainError {
  constructor() {
    super('sign-in-refused', 401);
  }
}

/** 429: too many wrong passwords for this account or from this address. */
export class LockedOut extends DomainError {
  constructor(data: { retryAfterSeconds: number }) {
    super('locked-out', 429, { ...data, retryAfterMinutes: Math.ceil(data.retryAfterSeconds / 60) });
  }
}
