import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.js';
import { testNats, type TestNats } from '../testing/test-nats.js';
import { NatsConnectionHolder } from './nats-connection.js';

let nats: TestNats;
beforeAll(async () => {
  Logger.overrideLogger(false);
  nats = await testNats();
});
afterAll(() => nats.stop());

describe('the connection to the broker', () => {
  it('is made again when the broker is back', async () => {
    const holder = new NatsConnectionHolder(nats.url, 'spec');
    await holder.get();
    await nats.kill();
    await eventually(() => expect(holder.ready).toBe(false));
    await nats.restart();
    await eventually(() => expect(holder.ready).toBe(true));
    await holder.onApplicationShutdown();
    expect((await holder.get()).isClosed()).toBe(true);
  });

  it('is given up for good when the process stops while the broker is away', async () => {
    const holder = new NatsConnectionHolder(nats.url, 'spec');
    const connection = await holder.get();
    await nats.kill();
    await eventually(() => expect(holder.ready).toBe(false));
    await holder.onApplicationShutdown();
    expect(connection.isClosed()).toBe(true);
    await nats.restart();
    expect(holder.ready).toBe(false);
  });

  it('is closed as soon as it is made when the process has stopped before', async () => {
    await nats.kill();
    const holder = new NatsConnectionHolder(nats.url, 'spec');
    await holder.onApplicationShutdown();
    await nats.restart();
    const connection = await holder.get();
    await eventually(() => expect(connection.isClosed()).toBe(true));
    expect(holder.ready).toBe(false);
  });
});
