import { DomainError } from '@app/common/http/problem.js';

/** 409: somebody signs in with this name already. */
export class SignInNameTaken extends DomainError {
  constructor(data: { name: string }) {
    super('sign-in-name-taken', 409, data);
  }
}

/** 409: a unit has this code already. */
export class UnitCodeTaken extends DomainError {
  constructor(data: { code: string }) {
    super('unit-code-taken', 409, data);
  }
}
