import type { Provider } from '@nestjs/common';
import { CATCH_UP_PACE, CatchUp, USUAL_CATCH_UP_PACE } from './catch-up.js';
import { Consumer } from './consumer.js';
import { DeadLetters } from './dead-letters.js';
import { EventTaker } from './event-taker.js';
import { Inbox } from './inbox.js';
import { Outbox } from './outbox.js';
import { OutboxReader } from './outbox-reader.js';
import { Relay } from './relay.js';
import { RequestClient } from './request-client.js';
import { RequestServer } from './request-server.js';
import { MessagingRetention } from './retention.js';

export const MESSAGING_PROVIDERS: Provider[] = [
  { provide: CATCH_UP_PACE, useValue: USUAL_CATCH_UP_PACE },
  Outbox,
  Relay,
  Inbox,
  EventTaker,
  Consumer,
  DeadLetters,
  CatchUp,
  OutboxReader,
  RequestClient,
  RequestServer,
  MessagingRetention,
];
