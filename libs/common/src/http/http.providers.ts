import type { Provider } from '@nestjs/common';
import { Ledger } from '../audit/ledger.js';
import { Sealer } from '../audit/sealer.js';
import { SealedBox } from '../confidential/sealed-box.js';
import { EventStream } from './event-stream.js';
import { Idempotency } from './idempotency.js';

/** What a service with HTTP and a database has besides its session reading (AUTH_PROVIDERS). */
export const HTTP_PROVIDERS: Provider[] = [
  Idempotency,
  EventStream,
  Ledger,
  Sealer,
  { provide: SealedBox, useFactory: () => new SealedBox(process.env.IDENTITY_KEY) },
];
