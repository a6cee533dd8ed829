import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { RuleBroken, Unauthenticated } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { DirectoryRepository, type Account } from '../directory/directory.repository.js';
import { AttemptsRepository } from './attempts.repository.js';
import {
  ACCOUNT_POLICY,
  ADDRESS_POLICY,
  NO_ATTEMPTS,
  afterFailure,
  isLocked,
  secondsLocked,
  withoutLastFailure,
} from './domain/lockout.js';
import { brokenPasswordRule } from './domain/password-rules.js';
import { MachineClock } from './machine-clock.js';
import { Passwords } from './passwords.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.js';
import type { SessionDto, SignInDto } from './sign-in.dto.js';
import { LockedOut, SignInRefused } from './sign-in.problems.js';

/** Somebody at the door. */
interface Attempt {
  /** As it was typed, in its normal form. */
  readonly name: string;
  readonly account: Account | null;
  readonly accountSubject: string;
  readonly addressSubject: string;
}

/** Sign-in and sign-out of staff, with lock-out; each of them stands in the ledger. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
    private readonly attempts: AttemptsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly storedSessions: SessionRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
  ) {}

  /**
   * Signs in. The attempt is counted as wrong before the password is looked at and taken back when it was right, so that
   * many attempts at once are no way around the lock. An unknown name is counted, locked and timed like a known one.
   * With `newPassword` the password is exchanged for that one, and the account's other sessions end.
   * @throws SignInRefused (401), LockedOut (429), RuleBroken (422) as domain/password-rules.ts says
   */
  async signIn(typed: SignInDto, address: string): Promise<{ token: string; who: SessionDto }> {
    const { password, newPassword } = typed;
    const name = typed.name.normalize('NFKC').trim().toLowerCase();
    const account = await this.directory.accountByName(this.dataSource.manager, name);
    const attempt: Attempt = {
      name,
      account,
      accountSubject: this.attempts.accountSubject(name),
      addressSubject: `address:${address}`,
    };
    const locks = await this.countBeforehand(attempt);
    const right = await this.passwords.match(account?.password_hash ?? null, password);
    if (!right || account === null || !account.active) {
      await this.noteRefusal(attempt, locks);
      throw new SignInRefused();
    }
    await this.requirePassword(attempt, account, typed);
    const newHash = newPassword === undefined ? null : await this.passwords.hash(newPassword);
    const token = await this.dataSource.transaction((em) => this.admit(em, attempt, account, newHash));
    return { token, who: shown(account, this.clock.now()) };
  }

  /**
   * Who is signed in, as the directory has them now.
   * @throws Unauthenticated (401)
   */
  async who(actor: StaffActor): Promise<SessionDto> {
    const account = await this.directory.accountById(this.dataSource.manager, actor.id);
    if (account === null || !account.active) throw new Unauthenticated();
    return shown(account, this.clock.now());
  }

  /** Ends the session of a token; ending it again changes nothing. */
  async signOut(actor: StaffActor, token: string): Promise<void> {
    const session = await this.sessions.read(token);
    if (session === null) return;
    await this.dataSource.transaction(async (em) => {
      if (await this.sessions.end(em, session.sid)) await this.note(em, actor.id, 'signed_out', actor);
    });
  }

  /** @returns whether one more wrong password locks, or throws while it is locked already */
  private async countBeforehand({ accountSubject, addressSubject }: Attempt): Promise<boolean> {
    const now = this.machineClock.now();
    return this.dataSource.transaction(async (em) => {
      const subjects = [accountSubject, addressSubject];
      const policies = [ACCOUNT_POLICY, ADDRESS_POLICY];
      const counts = await this.attempts.lock(em, subjects);
      const wait = Math.max(...counts.map((count) => secondsLocked(count, now)));
      if (wait > 0) throw new LockedOut({ retryAfterSeconds: wait });
      let locks = false;
      for (const [i, subject] of subjects.entries()) {
        const counted = afterFailure(counts[i] ?? NO_ATTEMPTS, now, policies[i] ?? ACCOUNT_POLICY);
        await this.attempts.set(em, subject, counted);
        locks ||= isLocked(counted, now);
      }
      return locks;
    });
  }

  /** The password is right, but may break a rule: that is said, and does not count as a wrong one. */
  private async requirePassword(
    attempt: Attempt,
    account: Account,
    { password, newPassword }: SignInDto,
  ): Promise<void> {
    const use = {
      signInName: account.sign_in_name,
      typed: password,
      chosen: newPassword,
      oneTimeUntil: account.one_time_until,
    };
    const rule = brokenPasswordRule(use, this.machineClock.now());
    if (rule === null) return;
    await this.dataSource.transaction((em) => this.uncount(em, attempt));
    throw new RuleBroken(rule);
  }

  private async uncount(em: EntityManager, { accountSubject, addressSubject }: Attempt): Promise<void> {
    const [, address = NO_ATTEMPTS] = await this.attempts.lock(em, [accountSubject, addressSubject]);
    await this.attempts.set(em, accountSubject, NO_ATTEMPTS);
    await this.attempts.set(em, addressSubject, withoutLastFailure(address));
  }

  private async admit(em: EntityManager, attempt: Attempt, account: Account, newHash: string | null): Promise<string> {
    await this.uncount(em, attempt);
    const { id, display_name: displayName, roles, unit_id: unitId, active } = account;
    const actor = { kind: 'staff', id, name: displayName, roles, unitId } as const;
    if (newHash !== null) {
      const exchanged = await this.directory.exchangePassword(em, id, account.password_hash, newHash);
      if (!exchanged) throw new SignInRefused();
      await this.storedSessions.endAllOf(em, id, this.machineClock.now());
      await this.note(em, id, 'password_changed', actor);
    }
    const token = await this.sessions.start(em, { id, displayName, roles, unitId, active });
    await this.note(em, id, 'signed_in', actor);
    return token;
  }

  private async noteRefusal({ account, accountSubject }: Attempt, locks: boolean): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      const itemId = account?.id ?? accountSubject;
      await this.note(em, itemId, 'sign_in_refused');
      if (locks) await this.note(em, itemId, 'locked_out');
    });
  }

  /** What was typed as a name stays out of the ledger: people mistype passwords there. */
  private async note(em: EntityManager, itemId: string, action: string, actor?: StaffActor): Promise<void> {
    await this.ledger.write(em, {
      itemType: 'sign_in',
      itemId,
      action,
      actor: actor ?? { kind: 'system', name: 'sign-in' },
      at: this.clock.now(),
    });
  }
}

function shown(account: Account, now: Date): SessionDto {
  return {
    id: account.id,
    name: account.sign_in_name,
    displayName: account.display_name,
    roles: account.roles,
    unitId: account.unit_id,
    unitNameZh: account.unit_name_zh,
    unitNameEn: account.unit_name_en,
    now: now.toISOString(),
  };
}
