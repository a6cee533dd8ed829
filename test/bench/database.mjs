// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LOOK_EVERY_MS = 200;

/**
 * @param {string} url
 * @param {string} text
 * @param {unknown[]} [values]
 * @returns {Promise<any[]>} the rows
 */
export async function query(url, text, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Waits until a query finds nothing.
 * @param {string} url
 * @param {string} text
 */
export async function untilNone(url, text) {
  while ((await query(url, text)).length > 0) await sleep(LOOK_EVERY_MS);
}

/**
 * Tidies the tables and writes out what is dirty, so that no measurement pays for the one before it.
 * @param {string} url
 */
export async function tidy(url) {
  await query(url, 'VACUUM ANALYZE');
  await query(url, 'CHECKPOINT');
}
