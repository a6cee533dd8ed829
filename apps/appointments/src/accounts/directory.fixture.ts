import { StaffGetRequest, type Staff } from '@app/common/contracts/requests.js';
import { DomainError, ServiceUnavailable } from '@app/common/http/problem.js';
import type { RequestDefinition } from '@app/common/messaging/definitions.js';

const person = (number: number, role: Staff['roles'][number], active = true): Staff => ({
  id: `0190a000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  name: role,
  roles: [role],
  unitId: '0190a000-0000-7000-8000-000000000011',
  active,
});

export const VOLUNTEER_ACCOUNT = person(9, 'volunteer');
export const HANDLER_ACCOUNT = person(3, 'handler');
export const CLOSED_ACCOUNT = person(4, 'volunteer', false);

/** The gateway's directory as appointments hears it over NATS: three accounts, an error from there without its class. */
export class DirectoryUnderTest {
  private readonly accounts = [VOLUNTEER_ACCOUNT, HANDLER_ACCOUNT, CLOSED_ACCOUNT];

  ask(request: RequestDefinition, question: { staffId?: string }): Promise<Staff> {
    if (request.subject !== StaffGetRequest.subject) return Promise.reject(new ServiceUnavailable());
    const found = this.accounts.find(({ id }) => id === question.staffId);
    return found ? Promise.resolve(found) : Promise.reject(new DomainError('not-found', 404));
  }
}
