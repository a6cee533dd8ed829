// @ts-check
import 'reflect-metadata';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { generateSource } from 'oazapfts';

/**
 * `npm run generate:client`: reads the routes and DTOs of each built service (dist/, no database: Nest's preview mode
 * starts nothing) and writes docs/openapi.json, one document for the whole suite, and web/shared/api/generated/, one
 * typed client a service. With `--check` it writes nothing and fails where the files differ from the services.
 */
const SERVICES = /** @type {const} */ ({
  gateway: { module: 'GatewayModule', prefix: '' },
  hotline: { module: 'HotlineModule', prefix: 'api/hotline' },
  appointments: { module: 'AppointmentsModule', prefix: 'api/appointments' },
  interviews: { module: 'InterviewsModule', prefix: 'api/interviews' },
});
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GENERATED = join(ROOT, 'web', 'shared', 'api', 'generated');

/** @param {string} path below dist/ */
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);

/** @typedef {import('@nestjs/swagger').OpenAPIObject} OpenApi */

const { openApiOf } = await built('libs/common/src/service/open-api.js');
const { mergeDocuments } = await built('apps/gateway/src/proxy/merge-documents.js');

/** @type {Map<string, OpenApi>} */
const documents = new Map();
for (const [service, { module, prefix }] of Object.entries(SERVICES)) {
  documents.set(service, await documentOf(service, module, prefix));
}

/** @type {Map<string, string>} */
const files = new Map([[join(ROOT, 'docs', 'openapi.json'), json(mergeDocuments(documents))]]);
for (const [service, document] of documents) files.set(join(GENERATED, `${service}.ts`), await clientOf(document));

if (process.argv.includes('--check')) await compare();
else await write();

/**
 * @param {string} service
 * @param {string} module
 * @param {string} prefix
 * @returns {Promise<OpenApi>}
 */
async function documentOf(service, module, prefix) {
  const classes = await built(`apps/${service}/src/${service}.module.js`);
  const app = await NestFactory.create(classes[module], new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(prefix, { exclude: ['health/live', 'health/ready', 'metrics'] });
  return openApiOf(app, service);
}

/**
 * The client's functions give the body of the answer and throw what `http/send.ts` throws.
 * @param {OpenApi} document
 */
async function clientOf(document) {
  const folder = await mkdtemp(join(tmpdir(), 'sunline-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, json(document));
    return await generateSource(file, { optimistic: true, futureStripLegacyMethods: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The same text for the same content, in whatever order a service happens to list it. The order of an enum's values
 * is the compiler's, which follows the order it met the types in and so differs from build to build.
 * @param {unknown} content
 */
function json(content) {
  return `${JSON.stringify(content, inOrder, 2)}\n`;
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {unknown}
 */
function inOrder(key, value) {
  if (Array.isArray(value)) return key === 'enum' ? value.toSorted((a, b) => (a < b ? -1 : 1)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function write() {
  for (const [file, content] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  console.log(`${files.size} files written`);
}

async function compare() {
  for (const [file, content] of files) {
    const kept = await readFile(file, 'utf8').catch(() => '');
    if (kept === content) continue;
    console.error(`${file.slice(ROOT.length)} differs from the services: npm run build && npm run generate:client`);
    process.exitCode = 1;
  }
}
