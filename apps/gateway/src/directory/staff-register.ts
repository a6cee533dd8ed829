import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor, Role } from '@app/common/auth/actor.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { AttemptsRepository } from '../sign-in/attempts.repository.js';
import { MachineClock } from '../sign-in/machine-clock.js';
import { OneTimePasswords } from '../sign-in/one-time-passwords.js';
import { SessionRepository } from '../sign-in/session.repository.js';
import { SignInNameTaken } from './directory.problems.js';
import { DirectoryRepository, type StaffRow } from './directory.repository.js';

export interface NewAccount {
  /** The name to sign in with, in small letters. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
}

/** An account with the password that was made for it: nobody can read it a second time. */
export interface AccountWithPassword {
  readonly account: StaffRow;
  readonly oneTimePassword: string;
  readonly validUntil: Date;
}

/** Who may sign in, as an administrator keeps them (domain.md §1). Nobody is deleted: the ledger names them. */
@Injectable()
export class StaffRegister {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly sessions: SessionRepository,
    private readonly attempts: AttemptsRepository,
    private readonly oneTimePasswords: OneTimePasswords,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
  ) {}

  /** @throws SignInNameTaken (409), RuleBroken (422) `unit-unknown` for one that is not there or out of use */
  async add(
    em: EntityManager,
    actor: Actor,
    { name, displayName, roles, unitId }: NewAccount,
  ): Promise<AccountWithPassword> {
    await this.requireUnit(em, unitId);
    const id = newId();
    const { password, passwordHash, oneTimeUntil } = await this.oneTimePasswords.make();
    const row = { id, signInName: name, displayName, passwordHash, roles, unitId, oneTimeUntil };
    if (!(await this.directory.addStaff(em, row, this.clock.now()))) throw new SignInNameTaken({ name });
    await this.note(em, actor, id, 'staff_added', { name, roles, unitId });
    const account = {
      id,
      sign_in_name: name,
      display_name: displayName,
      roles: [...roles],
      unit_id: unitId,
      active: true,
    };
    return { account, oneTimePassword: password, validUntil: oneTimeUntil };
  }

  /**
   * Takes an account out of use and ends its sessions. Doing so again changes nothing.
   * @throws NotFound (404), RuleBroken (422) `own-account`: somebody must be left who can undo it
   */
  async deactivate(em: EntityManager, actor: Actor, id: string): Promise<StaffRow> {
    const account = await this.locked(em, id);
    if (actor.kind === 'staff' && actor.id === id) throw new RuleBroken('own-account');
    if (!account.active) return account;
    await this.sessions.endAllOf(em, id, this.machineClock.now());
    return this.setActive(em, actor, account, false);
  }

  /** @throws NotFound (404), RuleBroken (422) `unit-unknown` while the person's unit is out of use */
  async reactivate(em: EntityManager, actor: Actor, id: string): Promise<StaffRow> {
    const account = await this.locked(em, id);
    if (account.active) return account;
    await this.requireUnit(em, account.unit_id);
    return this.setActive(em, actor, account, true);
  }

  /**
   * Makes a new one-time password in place of one that is forgotten; ends the account's sessions and its lock-out.
   * @throws NotFound (404)
   */
  async resetPassword(em: EntityManager, actor: Actor, id: string): Promise<AccountWithPassword> {
    const account = await this.locked(em, id);
    const { password, passwordHash, oneTimeUntil } = await this.oneTimePasswords.make();
    await this.directory.setOneTimePassword(em, id, passwordHash, oneTimeUntil);
    await this.sessions.endAllOf(em, id, this.machineClock.now());
    await this.attempts.forgetAccount(em, account.sign_in_name);
    await this.note(em, actor, id, 'password_reset');
    return { account, oneTimePassword: password, validUntil: oneTimeUntil };
  }

  private async requireUnit(em: EntityManager, unitId: string): Promise<void> {
    const unit = await this.directory.unit(em, unitId, 'FOR SHARE');
    if (!unit?.active) throw new RuleBroken('unit-unknown', { unitId });
  }

  private async locked(em: EntityManager, id: string): Promise<StaffRow> {
    const account = await this.directory.lockedStaff(em, id);
    if (account === null) throw new NotFound();
    return account;
  }

  private async setActive(em: EntityManager, actor: Actor, account: StaffRow, active: boolean): Promise<StaffRow> {
    await this.directory.setStaffActive(em, account.id, active);
    await this.note(em, actor, account.id, active ? 'staff_reactivated' : 'staff_deactivated');
    return { ...account, active };
  }

  private note(em: EntityManager, actor: Actor, itemId: string, action: string, detail = {}): Promise<void> {
    return this.ledger.write(em, { itemType: 'staff', itemId, action, actor, at: this.clock.now(), detail });
  }
}
