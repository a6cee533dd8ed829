import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommonTables1763856000000 } from '@app/common/persistence/common-tables.migration.js';
import { createService } from '@app/common/service/start-service.js';
import { testDatabase, type TestDatabase } from '@app/common/testing/test-database.js';
import { testNats } from '@app/common/testing/test-nats.js';
import { freePort } from '../../../../scripts/runtime/free-port.mjs';
import { SimulatorModule } from '../../../simulator/src/simulator.module.js';
import { GatewayModule } from '../gateway.module.js';
import { GATEWAY_MIGRATIONS } from '../migrations/gateway-migrations.js';
import { GATEWAY_PROBLEMS } from '../problems.js';
import { OWN_DOCUMENT_PATH } from '../proxy/api-documents.js';

export const ACCOUNT_SID = `AC${'0'.repeat(31)}1`;
export const AUTH_TOKEN = 'a-token-for-specs';
export const OFFICE_NUMBER = '+861012345000';

/** A real gateway on a database and a broker of its own, with a real simulator; both listen on loopback. */
export interface RunningGateway {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Public URL of the gateway. */
  readonly url: string;
  readonly simulatorUrl: string;
  close(): Promise<void>;
}

/** For `beforeAll`, with `close()` in `afterAll`. @param env variables besides the usual ones */
export async function runGateway(env: Readonly<Record<string, string>> = {}): Promise<RunningGateway> {
  const begun: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of begun.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await started(env, begun)), close };
  } catch (error) {
    // Left running, they would keep Jest from ending.
    await close();
    throw error;
  }
}

/** @param begun gets how to end what has been begun so far, for whoever has to end it in the opposite order */
async function started(
  env: Readonly<Record<string, string>>,
  begun: (() => Promise<unknown>)[],
): Promise<Omit<RunningGateway, 'close'>> {
  const database = await testDatabase({
    service: 'gateway',
    entities: [],
    migrations: [CommonTables1763856000000, ...GATEWAY_MIGRATIONS],
  });
  begun.push(() => database.close());
  const nats = await testNats();
  begun.push(() => nats.stop());
  const url = `http://127.0.0.1:${await freePort()}`;
  Object.assign(process.env, {
    GATEWAY_DATABASE_URL: database.url,
    NATS_URL: nats.url,
    IDENTITY_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL: url,
    DEMO: '1',
    WEBHOOK_URL: `${url}/webhooks/twilio/sms`,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_FROM: OFFICE_NUMBER,
    SIMULATOR_DIR: '',
    SIMULATOR_STEP_MS: '5',
    ...env,
  });
  const simulator = await NestFactory.create<NestFastifyApplication>(SimulatorModule, new FastifyAdapter(), {
    logger: ['error'],
  });
  begun.push(() => simulator.close());
  await simulator.listen(0, '127.0.0.1');
  const simulatorUrl = await simulator.getUrl();
  process.env.TWILIO_BASE_URL = simulatorUrl;
  const app = await createService({
    service: 'gateway',
    module: GatewayModule,
    prefix: '',
    problems: GATEWAY_PROBLEMS,
    docsPath: OWN_DOCUMENT_PATH,
  });
  begun.push(() => app.close());
  app.useLogger(['error']);
  await app.listen(new URL(url).port, '127.0.0.1');
  return { app, database, url, simulatorUrl };
}
