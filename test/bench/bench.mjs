// @ts-check
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/install/ensure-built.mjs';
import { EmbeddedPostgres } from '../../scripts/runtime/embedded-postgres.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { stopSignal } from '../../scripts/runtime/stop-signal.mjs';
import { runScript, UserMessage } from '../../scripts/runtime/user-message.mjs';
import { Suite } from '../../scripts/suite/suite.mjs';
import { costTable, figureTable, print } from './figures.mjs';
import { record } from './record.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('../../scripts/suite/services.mjs').ServiceName} ServiceName */

/**
 * What a benchmark measures: a suite of its own as processes from dist/, on a durable PostgreSQL and a NATS of its own.
 * @typedef {{ suite: Suite, seconds: number, databaseUrl: (service: ServiceName) => string,
 *   costs: import('./cpu-times.mjs').Cost[], wants: (name: string) => boolean }} Bench `seconds`: how long each measurement
 *   lasts; `costs`: see `costing`; `wants`: whether a figure was asked for
 */

/**
 * Runs one benchmark, `npm run bench:NAME -- [--json] [--seconds N] [--only FIGURE] [--record]`, prints its figures and clears everything
 * away. `--json` prints each figure as a line of JSON after the table, `--record` puts the tables into
 * docs/performance.md.
 * @param {string} name
 * @param {(bench: Bench) => AsyncIterable<Figure>} measure
 */
export function runBench(name, measure) {
  return runScript(async () => {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        seconds: { type: 'string', default: '10' },
        only: { type: 'string' },
      },
    });
    // It changes the server's settings and fills its tables: never those of a server that is there already.
    delete process.env.DATABASE_URL;
    delete process.env.NATS_URL;
    await ensureBuilt();
    const signal = stopSignal();
    const dir = join(ROOT, '.runtime', `bench-${name}`);
    mkdirSync(dir, { recursive: true });
    const suite = await Suite.start({ dir, say: (text) => console.error(text), signal });
    /** @type {Figure[]} */
    const figures = [];
    /** @type {Bench['costs']} */
    const costs = [];
    try {
      const databaseUrl = (/** @type {ServiceName} */ service) => `${suite.databaseUrl}_${service}`;
      const wants = (/** @type {string} */ figureName) => values.only === undefined || values.only === figureName;
      const bench = { suite, seconds: Number(values.seconds), databaseUrl, costs, wants };
      const measuring = collect(measure(bench), figures);
      await Promise.race([measuring, stopped(signal)]);
    } finally {
      await suite.stop();
      await EmbeddedPostgres.remove(dir);
      rmSync(dir, { recursive: true, force: true });
    }
    const tables = [figureTable(figures), ...(costs.length > 0 ? [costTable(costs)] : [])];
    for (const table of tables) {
      print(table);
      console.log();
    }
    if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
    if (values.record) await record(name, tables);
  });
}

/**
 * @param {AsyncIterable<Figure>} measuring
 * @param {Figure[]} figures where they are put
 */
async function collect(measuring, figures) {
  for await (const figure of measuring) {
    console.error(`${figure.name}, ${figure.clients} clients: ${figure.perSecond} a second`);
    figures.push(figure);
  }
}

/**
 * @param {AbortSignal} signal
 * @throws {UserMessage} when it comes
 */
async function stopped(signal) {
  if (!signal.aborted) await once(signal, 'abort');
  throw new UserMessage('Stopped before the end.');
}
