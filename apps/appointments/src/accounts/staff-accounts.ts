import type { Role } from '@app/common/auth/actor.js';
import { StaffGetRequest, type Staff } from '@app/common/contracts/requests.js';
import { DomainError, RuleBroken } from '@app/common/http/problem.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { Injectable } from '@nestjs/common';

/**
 * The accounts in the gateway's directory that officers and volunteers are linked to. An account sees what its person is
 * booked for, so a wrong one would show a talk to somebody it is no business of (domain.md §5, confidentiality).
 */
@Injectable()
export class StaffAccounts {
  constructor(private readonly requests: RequestClient) {}

  /**
   * Asks the directory before an account is linked; one that is linked already is not asked for again, it may have been
   * deactivated since.
   * @param linked the account before the change, null where there was none
   * @param role which the account must have; any where left out
   * @throws RuleBroken (422) `no-such-account`, `account-without-role`; ServiceUnavailable while the directory is away
   */
  async requireFit(staffId: string | null | undefined, linked: string | null, role?: Role): Promise<void> {
    if (staffId === undefined || staffId === null || staffId === linked) return;
    const account = await this.find(staffId);
    if (!account?.active) throw new RuleBroken('no-such-account', { staffId });
    if (role !== undefined && !account.roles.includes(role)) throw new RuleBroken('account-without-role', { staffId });
  }

  private async find(staffId: string): Promise<Staff | null> {
    try {
      return await this.requests.ask(StaffGetRequest, { staffId });
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return null;
      throw error;
    }
  }
}
