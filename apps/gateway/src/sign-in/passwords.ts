import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  /** What an unknown name is checked against, so that it takes as long as a known one. */
  private readonly nobody = hash(crypto.randomUUID(), COST);

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Whether the password is right; takes as long for somebody who does not exist (`passwordHash` null). */
  async match(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobody), password);
    return right && passwordHash !== null;
  }
}
