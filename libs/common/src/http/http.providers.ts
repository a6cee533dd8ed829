import type { Provider } from '@nestjs/common';
import { CommittedEvents } from './committed-events.js';
import { EventStream } from './event-stream.js';
import { Idempotency } from './idempotency.js';
import { StreamRelay } from './stream-relay.js';

export const HTTP_PROVIDERS: Provider[] = [Idempotency, EventStream, CommittedEvents, StreamRelay];
