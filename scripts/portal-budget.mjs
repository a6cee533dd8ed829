import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * `npm run budget`: what the portal sends to a phone before its first page stands, gzip, against the limits of
 * look.md's four-year-old phone over 3G. Every page can be the first (a text message leads to /p/:number), so each is
 * measured with all it loads: entry, its own chunk, and what these import. Fails over the limit; reads dist/web.
 */
const LIMITS_KB = { js: 115, css: 15 };
const DIST = fileURLToPath(new URL('../dist/web/portal', import.meta.url));

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[], dynamicImports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(await readFile(join(DIST, '.vite', 'manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('The portal has no entry in its manifest');

const pages = [[entry], ...(manifest[entry]?.dynamicImports ?? []).map((page) => [entry, page])];
let over = false;
for (const keys of pages) {
  const files = filesOf(keys);
  const js = await kilobytes(files.filter((file) => file.endsWith('.js')));
  const css = await kilobytes(files.filter((file) => file.endsWith('.css')));
  const tooBig = js > LIMITS_KB.js || css > LIMITS_KB.css;
  over ||= tooBig;
  const figures = `${js.toFixed(1).padStart(6)} / ${LIMITS_KB.js} KB JS  ${css.toFixed(1).padStart(5)} / ${LIMITS_KB.css} KB CSS`;
  console.log(`${tooBig ? 'OVER' : 'ok  '}  ${figures}  ${keys.at(-1)}`);
}
if (over) {
  console.error('The portal is over its size budget (look.md: at most 115 KB JS and 15 KB CSS at first load, gzip).');
  process.exitCode = 1;
}

/**
 * A chunk with everything it imports at once.
 * @param {string[]} keys
 */
function filesOf(keys) {
  const seen = new Set();
  const files = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...files];
}

/** @param {string[]} files */
async function kilobytes(files) {
  const contents = await Promise.all(files.map((file) => readFile(join(DIST, file))));
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1024;
}
