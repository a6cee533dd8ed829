import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NatsServer } from '../../../../scripts/runtime/nats-server.mjs';

export interface TestNats {
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the streams it had. */
  restart(): Promise<void>;
  /** Deletes every stream's files, as a broken disk would; follow it by kill and restart. */
  deleteStore(): void;
  /** For `afterAll`. What a spec forgets is ended with the run. */
  stop(): Promise<void>;
}

/**
 * A nats-server with JetStream of a spec file's own, so that no stream or subject is shared between files. For `beforeAll`,
 * with `stop()` in `afterAll`.
 */
export async function testNats(): Promise<TestNats> {
  const dir = mkdtempSync(join(process.env.SUNLINE_TEST_DIR ?? '', 'nats-'));
  const server = await NatsServer.start({ dir, program: process.env.NATS_SERVER });
  return {
    url: server.url,
    kill: () => server.kill(),
    restart: () => server.start(),
    deleteStore: () => server.deleteStore(),
    stop: async () => {
      await server.kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
