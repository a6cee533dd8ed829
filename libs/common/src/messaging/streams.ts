import { type JetStreamManager, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { subjectsOf } from '../contracts/all-events.js';
import type { ServiceName } from './definitions.js';

const DAY_NS = 24 * 3_600 * 1e9;
const KEPT_DAYS = 7;
/** A relay that dies between publish and commit publishes again: the server drops what it saw within this window. */
const DUPLICATE_WINDOW_NS = 120 * 1e9;
const STREAM_NOT_FOUND = 10_059;

/** The stream that holds the events of `owner`. */
export function streamOf(owner: ServiceName): string {
  return `SUNLINE_${owner.toUpperCase()}`;
}

/** Makes the stream of `owner` if it is not there, and brings its subjects up to date. */
export async function ensureStream(manager: JetStreamManager, owner: ServiceName): Promise<void> {
  const name = streamOf(owner);
  const subjects = subjectsOf(owner);
  try {
    const { config } = await manager.streams.info(name);
    const known = new Set(config.subjects);
    if (subjects.some((subject) => !known.has(subject))) {
      await manager.streams.update(name, { ...config, subjects: [...new Set([...config.subjects, ...subjects])] });
    }
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== STREAM_NOT_FOUND) throw error;
    await manager.streams.add({
      name,
      subjects,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      max_age: KEPT_DAYS * DAY_NS,
      duplicate_window: DUPLICATE_WINDOW_NS,
    });
  }
}
