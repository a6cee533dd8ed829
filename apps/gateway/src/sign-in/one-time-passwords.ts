import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { randomCode } from '@app/common/confidential/random-code.js';
import { ONE_TIME_VALID_MS } from './domain/password-rules.js';
import { MachineClock } from './machine-clock.js';
import { Passwords } from './passwords.js';

/** A password as it is given out, once: only its hash is kept. */
export interface OneTimePassword {
  readonly password: string;
  readonly passwordHash: string;
  readonly oneTimeUntil: Date;
}

const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Passwords that are read out or written on a slip of paper, to be exchanged at the first sign-in. */
@Injectable()
export class OneTimePasswords {
  constructor(
    private readonly passwords: Passwords,
    private readonly machineClock: MachineClock,
  ) {}

  async make(): Promise<OneTimePassword> {
    const group = (): string => randomCode(GROUP_LENGTH, randomBytes);
    const password = Array.from({ length: GROUPS }, group).join('-');
    const oneTimeUntil = new Date(this.machineClock.now().getTime() + ONE_TIME_VALID_MS);
    return { password, passwordHash: await this.passwords.hash(password), oneTimeUntil };
  }
}
