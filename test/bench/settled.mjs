// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { query, tidy, untilNone } from './database.mjs';

const LOOK_EVERY_MS = 200;
const SERVICES = /** @type {const} */ (['gateway', 'hotline', 'appointments', 'interviews']);

/**
 * Waits until nothing of the load before is left to do (no event to publish, none to take) and tidies the tables: a
 * measurement that pays for the one before it says nothing. Text messages that still wait for the provider are dropped.
 * @param {import('./bench.mjs').Bench} bench
 * @param {readonly string[]} resting services that do not run: what is for them stays
 */
export async function settled({ suite, databaseUrl }, resting = []) {
  for (const service of SERVICES) {
    await untilNone(databaseUrl(service), 'SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1');
  }
  await untilTaken(suite.natsUrl, resting);
  await query(databaseUrl('gateway'), `DELETE FROM outgoing_message WHERE status = 'queued'`);
  for (const service of SERVICES) await tidy(databaseUrl(service));
}

/**
 * @param {string} natsUrl
 * @param {readonly string[]} resting
 */
async function untilTaken(natsUrl, resting) {
  const connection = await connect({ servers: natsUrl });
  try {
    const manager = await jetstreamManager(connection);
    const waiting = async () => {
      for await (const { config } of manager.streams.list()) {
        for await (const consumer of manager.consumers.list(config.name)) {
          if (resting.includes(consumer.name)) continue;
          if (consumer.num_pending + consumer.num_ack_pending > 0) return true;
        }
      }
      return false;
    };
    while (await waiting()) await sleep(LOOK_EVERY_MS);
  } finally {
    await connection.close();
  }
}
