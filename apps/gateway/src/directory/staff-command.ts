import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { ValidationPipe } from '@app/common/http/validation.js';
import { officeClock } from '@app/common/time/office-clock.js';
import type { DataSource } from 'typeorm';
import { AttemptsRepository } from '../sign-in/attempts.repository.js';
import { MachineClock } from '../sign-in/machine-clock.js';
import { OneTimePasswords } from '../sign-in/one-time-passwords.js';
import { Passwords } from '../sign-in/passwords.js';
import { SessionRepository } from '../sign-in/session.repository.js';
import { NewStaffDto, NewUnitDto } from './directory-admin.dto.js';
import { DirectoryRepository } from './directory.repository.js';
import { StaffRegister, type AccountWithPassword } from './staff-register.js';
import { STAFF_COMMAND_TEXTS } from './staff-command-texts.js';
import { UnitRegister } from './unit-register.js';

/** What was typed after `npm run staff --`. */
export interface StaffOrder {
  readonly what: string | undefined;
  /** Code of the unit, or name of the account. */
  readonly subject: string | undefined;
  readonly values: {
    readonly zh?: string | undefined;
    readonly en?: string | undefined;
    readonly kind?: string | undefined;
    readonly address?: string | undefined;
    readonly phone?: string | undefined;
    readonly display?: string | undefined;
    readonly role?: readonly string[] | undefined;
    readonly unit?: string | undefined;
  };
}

const ACTOR: SystemActor = { kind: 'system', name: 'command:staff' };

/**
 * Carries out an order on the gateway's database; the first administrator comes into a new directory this way.
 * @returns what to tell the person, and whether it was done; null for an order that is none
 * @throws DomainError as UnitRegister and StaffRegister do, Malformed for what is not a unit or an account
 */
export async function carryOut(
  { what, subject, values }: StaffOrder,
  { dataSource, env, language }: { dataSource: DataSource; env: NodeJS.ProcessEnv; language: Language },
): Promise<{ text: string; done: boolean } | null> {
  const texts = STAFF_COMMAND_TEXTS[language];
  const directory = new DirectoryRepository();
  const { units, staff } = registers(directory, env);
  if (subject === undefined) return null;
  switch (what) {
    case 'add-unit': {
      const { zh, en, kind, address = '', phone = '' } = values;
      const unit = await checked(NewUnitDto, { code: subject, nameZh: zh, nameEn: en, kind, address, phone });
      await dataSource.transaction((em) => units.add(em, ACTOR, unit));
      return { text: texts.unitAdded(subject), done: true };
    }
    case 'add': {
      const code = values.unit ?? '';
      const unit = await directory.unitByCode(dataSource.manager, code);
      if (unit === null) return { text: texts.noSuchUnit(code), done: false };
      const fields = { name: subject, displayName: values.display, roles: values.role ?? [], unitId: unit.id };
      const account = await checked(NewStaffDto, fields);
      return told(await dataSource.transaction((em) => staff.add(em, ACTOR, account)));
    }
    case 'reset-password': {
      const account = await directory.accountByName(dataSource.manager, subject);
      if (account === null) return { text: texts.noSuchAccount(subject), done: false };
      return told(await dataSource.transaction((em) => staff.resetPassword(em, ACTOR, account.id)));
    }
    default:
      return null;
  }

  function told({ account, oneTimePassword }: AccountWithPassword): { text: string; done: boolean } {
    return { text: texts.oneTimePassword(account.sign_in_name, oneTimePassword), done: true };
  }
}

function registers(
  directory: DirectoryRepository,
  env: NodeJS.ProcessEnv,
): { units: UnitRegister; staff: StaffRegister } {
  const ledger = new Ledger();
  const clock = officeClock(env);
  const machineClock = new MachineClock();
  const staff = new StaffRegister(
    directory,
    new SessionRepository(),
    new AttemptsRepository(new SealedBox(env.IDENTITY_KEY)),
    new OneTimePasswords(new Passwords(), machineClock),
    ledger,
    clock,
    machineClock,
  );
  return { units: new UnitRegister(directory, ledger, clock), staff };
}

/** The same checks as over HTTP. @throws Malformed */
async function checked<T extends object>(metatype: new () => T, fields: object): Promise<T> {
  const transformed: unknown = await new ValidationPipe().transform(fields, { type: 'body', metatype });
  if (!(transformed instanceof metatype)) throw new Error(`Not a ${metatype.name}`);
  return transformed;
}
