import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';

const RECONNECT_MS = 250;

/** The one connection of this process to the broker: made in the background, kept for ever. */
@Injectable()
export class NatsConnectionHolder implements OnApplicationShutdown {
  private readonly logger = new Logger(NatsConnectionHolder.name);
  private readonly opening: Promise<NatsConnection>;
  private opened: NatsConnection | undefined;
  private connected = false;
  private stopped = false;

  constructor(servers: string, name: string) {
    this.opening = connect({
      servers: servers.split(','),
      name,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: RECONNECT_MS,
      reconnectJitter: RECONNECT_MS,
      pingInterval: 10_000,
      maxPingOut: 2,
    });
    void this.opening.then(
      (connection) => {
        if (this.stopped) return connection.close();
        this.opened = connection;
        this.connected = true;
        return this.follow(connection);
      },
      (error: unknown) => this.logger.error(`cannot connect to NATS: ${String(error)}`),
    );
  }

  /** Resolves once the first connection is made. */
  get(): Promise<NatsConnection> {
    return this.opening;
  }

  /** Whether the broker is in reach now. */
  get ready(): boolean {
    return this.connected;
  }

  /** Also while it is reconnecting, which would go on for ever; one that has never been made is closed once it is. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.opened?.close();
  }

  private async follow(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.connected = false;
        this.logger.warn('NATS is out of reach; reconnecting');
      } else if (status.type === 'reconnect') {
        this.connected = true;
        this.logger.log('NATS is back');
      }
    }
    this.connected = false;
  }
}
