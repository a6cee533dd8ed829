import { v7 } from 'uuid';
import { pooledRandom } from '../confidential/pooled-random.js';

const RANDOM_BYTES = 16;
let last = { msecs: 0, seq: 0 };

/** A new row id: UUID version 7, so that ids sort by the time they were made and indexes grow at one end. */
export function newId(): string {
  const random = pooledRandom(RANDOM_BYTES);
  const now = Date.now();
  // Within a millisecond, and when the machine's clock is set back, the sequence alone rises.
  last = now > last.msecs ? { msecs: now, seq: random.readUInt32BE() >>> 2 } : { ...last, seq: last.seq + 1 };
  return v7({ ...last, random });
}
