import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NatsConnectionHolder } from '../messaging/nats-connection.js';
import { eventually } from '../testing/eventually.js';
import { testNats, type TestNats } from '../testing/test-nats.js';
import { EventStream, type IdentifiedEvent } from './event-stream.js';
import { StreamRelay } from './stream-relay.js';

/** Remembers what its listeners would have been told. */
class Ear extends EventStream {
  readonly told: IdentifiedEvent[] = [];
  override tell(event: IdentifiedEvent): void {
    this.told.push(event);
    super.tell(event);
  }
}

let nats: TestNats;
const connections: NatsConnectionHolder[] = [];
beforeAll(async () => {
  Logger.overrideLogger(false);
  nats = await testNats();
});
afterAll(async () => {
  await Promise.all(connections.map((each) => each.onApplicationShutdown()));
  await nats.stop();
});

async function processOf(service: 'hotline' | 'interviews'): Promise<Ear> {
  const connection = new NatsConnectionHolder(nats.url, service);
  connections.push(connection);
  const stream = new Ear();
  new StreamRelay(service, connection, stream).onApplicationBootstrap();
  await (await connection.get()).flush();
  return stream;
}

describe('an event published by one process of a service', () => {
  it('is told by its other processes too, once each, and by no other service', async () => {
    const [one, two, other] = await Promise.all([processOf('hotline'), processOf('hotline'), processOf('interviews')]);
    one.publish({ id: 'e1', type: 'ticket', data: { id: 't1' }, audience: { roles: ['operator'] } });
    two.publish({ id: 'e2', type: 'ticket', data: {} });
    await eventually(() => expect(one.told.map(({ id }) => id)).toEqual(['e1', 'e2']));
    await eventually(() => expect(new Set(two.told.map(({ id }) => id))).toEqual(new Set(['e1', 'e2'])));
    expect(two.told.find(({ id }) => id === 'e1')).toMatchObject({
      type: 'ticket',
      data: { id: 't1' },
      audience: { roles: ['operator'] },
    });
    expect(one.told).toHaveLength(2);
    expect(two.told).toHaveLength(2);
    expect(other.told).toEqual([]);
  });

  it('is still told to its own listeners while the broker is away', async () => {
    const alone = await processOf('hotline');
    await nats.kill();
    alone.publish({ id: 'e3', type: 'ticket', data: {} });
    expect(alone.told).toMatchObject([{ id: 'e3' }]);
    await nats.restart();
    await eventually(() => expect(connections.every(({ ready }) => ready)).toBe(true));
  });
});
