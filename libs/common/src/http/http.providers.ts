import type { Provider } from '@nestjs/common';
import { EventStream } from './event-stream.js';
import { Idempotency } from './idempotency.js';

export const HTTP_PROVIDERS: Provider[] = [Idempotency, EventStream];
