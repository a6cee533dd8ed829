import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { NotFound, RuleBroken, StaleVersion } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { AttemptsRepository } from '../sign-in/attempts.repository.js';
import { MachineClock } from '../sign-in/machine-clock.js';
import { OneTimePasswords } from '../sign-in/one-time-passwords.js';
import { SessionRepository } from '../sign-in/session.repository.js';
import { SignInNameTaken } from './directory.problems.js';
import { DirectoryRepository, type StaffFacts, type StaffRow } from './directory.repository.js';

export interface NewAccount extends StaffFacts {
  /** The name to sign in with, in small letters. */
  readonly name: string;
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
      version: 1,
    };
    return { account, oneTimePassword: password, validUntil: oneTimeUntil };
  }

  /**
   * Changes what someone is called, may do and belongs to. With other roles or another unit they sign in anew: what a
   * session opens was said when it began.
   * @param version the one the change is based on
   * @throws NotFound (404), StaleVersion (412), RuleBroken (422) `unit-unknown` as `add`, `own-role` for taking one's own
   *   administrator's role away: somebody must be left who can undo it
   */
  async change(em: EntityManager, actor: Actor, id: string, version: number, facts: StaffFacts): Promise<StaffRow> {
    const account = await this.locked(em, id);
    if (account.version !== version) throw new StaleVersion({ current: account.version });
    if (actor.kind === 'staff' && actor.id === id && !facts.roles.includes('admin')) throw new RuleBroken('own-role');
    const { displayName, roles, unitId } = facts;
    const movesUnit = unitId !== account.unit_id;
    if (movesUnit) await this.requireUnit(em, unitId);
    await this.directory.setStaffFacts(em, id, facts);
    if (movesUnit || !isSame(roles, account.roles)) await this.sessions.endAllOf(em, id, this.machineClock.now());
    await this.note(em, actor, id, 'staff_changed', { displayName, roles, unitId });
    return { ...account, display_name: displayName, roles: [...roles], unit_id: unitId, version: version + 1 };
  }

  /**
   * Lets someone try again whom too many wrong passwords keep out; their password stays.
   * @throws NotFound (404)
   */
  async unlock(em: EntityManager, actor: Actor, id: string): Promise<void> {
    const account = await this.locked(em, id);
    await this.attempts.forgetAccount(em, account.sign_in_name);
    await this.note(em, actor, id, 'staff_unlocked');
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
    return { ...account, active, version: account.version + 1 };
  }

  private note(em: EntityManager, actor: Actor, itemId: string, action: string, detail = {}): Promise<void> {
    return this.ledger.write(em, { itemType: 'staff', itemId, action, actor, at: this.clock.now(), detail });
  }
}

function isSame(roles: readonly string[], others: readonly string[]): boolean {
  return roles.length === others.length && roles.every((role) => others.includes(role));
}
