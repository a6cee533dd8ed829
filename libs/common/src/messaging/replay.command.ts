import 'reflect-metadata';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { deadLetterList, deadLetterReplay } from './dead-letter.requests.js';
import { type RequestDefinition, SERVICES, type ServiceName } from './definitions.js';
import { readMessage } from './message-validation.js';
import { answerIn, type Envelope } from './request-envelope.js';

const USAGE = `npm run events:replay -- [SERVICE ...] [--id EVENT] [--list]
  Has services take again the events they have set aside (all services unless named).
  --id EVENT  only this event
  --list      shows them and changes nothing
`;
const LIMIT_MS = 30_000;

async function ask<Q extends object, A extends object>(
  connection: NatsConnection,
  request: RequestDefinition<Q, A>,
  question: Q,
): Promise<A> {
  const reply = await connection.request(request.subject, JSON.stringify(question), { timeout: LIMIT_MS });
  return readMessage(request.subject, request.answer, answerIn(reply.json<Envelope>()));
}

async function list(connection: NatsConnection, service: ServiceName): Promise<void> {
  const { entries } = await ask(connection, deadLetterList(service), {});
  stdout.write(`${service}: ${entries.length} set aside\n`);
  for (const entry of entries) stdout.write(`  ${entry.setAsideAt} ${entry.subject} ${entry.eventId} ${entry.error}\n`);
}

async function replay(connection: NatsConnection, service: ServiceName, eventId: string | undefined): Promise<boolean> {
  let replayed = 0;
  for (;;) {
    const round = await ask(connection, deadLetterReplay(service), eventId ? { eventId } : {});
    replayed += round.replayed;
    // Those that fail again stay the oldest: go on only while a whole round has succeeded.
    if (round.failed > 0 || round.replayed === 0) {
      stdout.write(`${service}: ${replayed} replayed, ${round.failed} failed again\n`);
      return round.failed === 0;
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { id: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !SERVICES.some((service) => service === name));
if (values.help || unknown.length > 0) {
  stdout.write(USAGE);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const services = SERVICES.filter((service) => positionals.length === 0 || positionals.includes(service));
const connection = await connect({ servers: process.env.NATS_URL ?? 'nats://127.0.0.1:4222', maxReconnectAttempts: 3 });
try {
  for (const service of services) {
    if (values.list) await list(connection, service);
    else if (!(await replay(connection, service, values.id))) process.exitCode = 1;
  }
} finally {
  await connection.close();
}
