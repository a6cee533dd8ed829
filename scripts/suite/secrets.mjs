// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys of a suite that is run for itself, made once per runtime folder. What the environment gives goes before.
 * @param {string} dir the runtime folder
 * @returns {{ IDENTITY_KEY: string, TWILIO_ACCOUNT_SID: string, TWILIO_AUTH_TOKEN: string, TWILIO_FROM: string }}
 */
export function suiteSecrets(dir) {
  const file = join(dir, 'secrets', 'suite.json');
  if (!existsSync(file)) {
    mkdirSync(join(dir, 'secrets'), { recursive: true, mode: 0o700 });
    const made = {
      IDENTITY_KEY: randomBytes(32).toString('base64'),
      TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
      TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  return {
    IDENTITY_KEY: process.env.IDENTITY_KEY ?? kept.IDENTITY_KEY,
    TWILIO_ACCOUNT_SID: kept.TWILIO_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: kept.TWILIO_AUTH_TOKEN,
    TWILIO_FROM: '+8610012345',
  };
}
