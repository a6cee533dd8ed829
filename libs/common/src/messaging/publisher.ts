import { JetStreamApiError, type ApiError } from '@nats-io/jetstream';
import { createInbox, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';

const CONFIRMED_WITHIN_MS = 5_000;
const NO_RESPONDERS = 503;

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  readonly until: number;
}

/**
 * Publishes to JetStream and waits for each message's confirmation. The client library's own publish does the same
 * as a request of its own each time, whose two prepared errors and timer cost more than the message.
 */
export class Publisher {
  private readonly inbox = createInbox();
  private readonly waiting = new Map<string, Waiting>();
  private readonly watch: NodeJS.Timeout;
  private sent = 0;

  constructor(private readonly connection: NatsConnection) {
    connection.subscribe(`${this.inbox}.*`, { callback: (_error, message) => this.confirm(message) });
    this.watch = setInterval(() => this.giveUp(), CONFIRMED_WITHIN_MS / 5).unref();
  }

  /**
   * @throws JetStreamApiError when the stream refuses it; Error when there is no stream, no connection, or no answer
   *   within 5 s
   */
  publish(subject: string, payload: string, headers: MsgHdrs): Promise<void> {
    this.sent += 1;
    const reply = `${this.inbox}.${this.sent}`;
    return new Promise((resolve, reject) => {
      this.connection.publish(subject, payload, { reply, headers });
      this.waiting.set(reply, { resolve, reject, until: performance.now() + CONFIRMED_WITHIN_MS });
    });
  }

  close(): void {
    clearInterval(this.watch);
  }

  private confirm(message: Msg): void {
    const waiting = this.waiting.get(message.subject);
    if (!waiting) return;
    this.waiting.delete(message.subject);
    const refusal = refusalIn(message);
    if (refusal) waiting.reject(refusal);
    else waiting.resolve();
  }

  private giveUp(): void {
    const now = performance.now();
    for (const [reply, { reject, until }] of this.waiting) {
      // In the order they were sent: the first that may still come ends the search.
      if (until > now) return;
      this.waiting.delete(reply);
      reject(new Error('the stream did not confirm in time'));
    }
  }
}

function refusalIn(message: Msg): Error | undefined {
  if (message.headers?.code === NO_RESPONDERS) return new Error('no stream takes it');
  const { error } = message.json<{ error?: ApiError }>();
  return error && new JetStreamApiError(error);
}
