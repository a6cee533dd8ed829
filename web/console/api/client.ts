import * as appointments from '@shared/api/generated/appointments.js';
import * as gateway from '@shared/api/generated/gateway.js';
import * as hotline from '@shared/api/generated/hotline.js';
import * as interviews from '@shared/api/generated/interviews.js';
import { send } from '@shared/http/send.js';

/** The generated clients go out through the one way the house has: its headers, its time limit, its careful retries. */
export function startClients(): void {
  for (const { defaults } of [gateway, hotline, interviews, appointments]) defaults.fetch = send;
}

interface Condition {
  /** The version the change is based on. */
  version?: number;
  /** The Idempotency-Key of what must not happen twice. */
  key?: string;
}

/** The headers a change is sent under. */
export function under({ version, key }: Condition): { headers: Record<string, string> } {
  return {
    headers: {
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
  };
}
