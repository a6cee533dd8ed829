import type { Provider } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { AskedSessionKeys, SessionKeys, SessionKeySource } from './session-keys.js';
import { SessionVerifier } from './session-verifier.js';

/** The gateway, which owns the keys, provides a SessionKeySource of its own. */
export const AUTH_PROVIDERS: Provider[] = [
  { provide: SessionKeySource, useClass: AskedSessionKeys },
  SessionKeys,
  SessionVerifier,
  AccessGuard,
];
