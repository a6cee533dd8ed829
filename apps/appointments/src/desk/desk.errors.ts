import { DomainError } from '@app/common/http/problem.js';

/** 409: the window has a citizen whose visit is not finished; nobody else is called to it. */
export class WindowBusy extends DomainError {
  constructor(data: { visitId: string; number: number; state: string }) {
    super('window-busy', 409, data);
  }
}

/** 409: the citizen has checked in; who then does not come to the window is called and passed over (过号). */
export class CitizenArrived extends DomainError {
  constructor() {
    super('citizen-arrived', 409, { state: 'arrived', allowed: ['confirmed'] });
  }
}
