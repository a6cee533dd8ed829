import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
/** Asking the system for each id's few bytes would cost more than all else about it. */
const pool = Buffer.alloc(256 * RANDOM_BYTES);
let used = pool.length;
let last = { msecs: 0, seq: 0 };

/** A new row id: UUID version 7, so that ids sort by the time they were made and indexes grow at one end. */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  // Within a millisecond, and when the machine's clock is set back, the sequence alone rises.
  last = now > last.msecs ? { msecs: now, seq: random.readUInt32BE() >>> 2 } : { ...last, seq: last.seq + 1 };
  return v7({ ...last, random });
}

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}
