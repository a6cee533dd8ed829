import { randomFillSync } from 'node:crypto';

/** Asking the system for a few bytes costs as much as for thousands. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/**
 * Random bytes fit for keys and codes, each given once. They come out of a store that is filled by the system.
 * @param size at most 8192
 */
export function pooledRandom(size: number): Buffer {
  if (used + size > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  // What has been given is in nobody's reach any more.
  pool.fill(0, used, used + size);
  used += size;
  return bytes;
}
