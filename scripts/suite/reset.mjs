// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../runtime/embedded-postgres.mjs';
import { NatsServer } from '../runtime/nats-server.mjs';
import { SERVICE_NAMES } from './services.mjs';
import { StateFile } from './state-file.mjs';

/**
 * Begins afresh: deletes the data of the embedded servers, and the suite's databases and streams on servers that
 * `DATABASE_URL` and `NATS_URL` name.
 * @param {string} dir the runtime folder
 * @throws {import('../runtime/user-message.mjs').UserMessage} while the suite runs
 */
export async function reset(dir) {
  const claim = await StateFile.claim(dir, 'deleting data');
  try {
    console.log('Deleting all data …');
    if (process.env.DATABASE_URL) await dropDatabases(process.env.DATABASE_URL);
    else await EmbeddedPostgres.remove(dir);
    if (process.env.NATS_URL) await deleteStreams(process.env.NATS_URL);
    else await NatsServer.endLeftOver(join(dir, 'nats'));
    for (const entry of ['nats', 'simulator', 'logs', 'clock'])
      rmSync(join(dir, entry), { recursive: true, force: true });
  } finally {
    claim.release();
  }
}

/** @param {string} databaseUrl server and base name of the suite's databases */
async function dropDatabases(databaseUrl) {
  const { Client, escapeIdentifier } = await import('pg');
  const server = new URL(databaseUrl);
  const base = server.pathname.slice(1) || 'sunline';
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.toString() });
  await client.connect();
  try {
    for (const service of SERVICE_NAMES) {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(`${base}_${service}`)} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

/** @param {string} natsUrl */
async function deleteStreams(natsUrl) {
  const { connect } = await import('@nats-io/transport-node');
  const { jetstreamManager } = await import('@nats-io/jetstream');
  const connection = await connect({ servers: natsUrl.split(',') });
  const manager = await jetstreamManager(connection);
  for await (const name of manager.streams.names()) {
    if (name.startsWith('SUNLINE_')) await manager.streams.delete(name);
  }
  await connection.close();
}
