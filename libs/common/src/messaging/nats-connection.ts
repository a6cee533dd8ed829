import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';

const RECONNECT_MS = 250;

/** The one connection of this process to the broker: made in the background, kept for ever. */
@Injectable()
export class NatsConnectionHolder implements OnApplicationShutdown {
  private readonly logger = new Logger(NatsConnectionHolder.name);
  private readonly opening: Promise<NatsConnection>;
  private connected = false;

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
    this.opening.then(
      (connection) => {
        this.connected = true;
        void this.follow(connection);
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

  async onApplicationShutdown(): Promise<void> {
    if (!this.connected) return;
    const connection = await this.opening;
    await connection.close();
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
