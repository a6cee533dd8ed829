import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

/**
 * `npm run build:web`: builds both bundles to dist/web/ and writes a .gz and a .br beside every text file worth it,
 * so that the gateway compresses nothing while it serves.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = ['portal', 'console'];
const TEXT = /\.(html|js|css|svg|json)$/;
/** Below this a compressed copy saves no packet. */
const WORTH_BYTES = 1024;
/** The gateway writes a fresh nonce into this page for every answer: a copy made now would be a wrong one. */
const CHANGES_PER_ANSWER = join('console', 'index.html');

for (const name of BUNDLES) {
  await build({ configFile: join(ROOT, 'web', name, 'vite.config.ts'), logLevel: 'warn' });
  const files = await compressFolder(join(ROOT, 'dist', 'web', name));
  console.log(`${name}: ${files} files compressed`);
}

/** @param {string} folder */
async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true });
  let compressed = 0;
  for (const entry of entries) {
    const file = join(folder, entry);
    if (!TEXT.test(file) || file.endsWith(CHANGES_PER_ANSWER)) continue;
    if ((await stat(file)).size < WORTH_BYTES) continue;
    const content = await readFile(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
    compressed += 1;
  }
  return compressed;
}
