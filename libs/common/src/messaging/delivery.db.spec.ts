import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { EntitySubscriberInterface } from 'typeorm';
import { TicketDissatisfied } from '../contracts/hotline.events.js';
import { TicketSummaryRequest } from '../contracts/requests.js';
import { NotFound, ServiceUnavailable } from '../http/problem.js';
import { CommonTables1763856000000 } from '../persistence/common-tables.migration.js';
import { newId } from '../persistence/id.js';
import { poolOf } from '../persistence/statement-pool.js';
import { eventually } from '../testing/eventually.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testNats, type TestNats } from '../testing/test-nats.js';
import { DeadLetters } from './dead-letters.js';
import { AGGREGATE_HEADER } from './headers.js';
import {
  dissatisfied,
  EFFECTS_SQL,
  messagingService,
  type MessagingService,
  Receiver,
  sayDissatisfied,
  Sender,
} from './messaging-pair.fixture.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { carriesEvents } from './outbox.js';
import { RequestClient } from './request-client.js';

const MIGRATIONS = { entities: [], migrations: [CommonTables1763856000000] };

describe('delivery between two services', () => {
  let nats: TestNats;
  let sending: TestDatabase;
  let receiving: TestDatabase;
  let hotline: MessagingService;
  let interviews: MessagingService;
  let receiver: Receiver;

  beforeAll(async () => {
    nats = await testNats();
    sending = await testDatabase({ service: 'hotline', ...MIGRATIONS });
    receiving = await testDatabase({ service: 'interviews', ...MIGRATIONS });
    await sending.dataSource.query(EFFECTS_SQL);
    await receiving.dataSource.query(EFFECTS_SQL);
    hotline = await messagingService('hotline', sending.dataSource, nats.url, Sender);
    interviews = await messagingService('interviews', receiving.dataSource, nats.url, Receiver);
    receiver = interviews.context.get(Receiver);
  }, 60_000);

  afterAll(async () => {
    await hotline.close();
    await interviews.close();
    await sending.close();
    await receiving.close();
    await nats.stop();
  });

  beforeEach(async () => {
    await receiving.dataSource.query('TRUNCATE effect');
    receiver.failing.clear();
  });

  const effects = async (): Promise<string[]> => {
    const rows: { what: string }[] = await receiving.dataSource.query('SELECT what FROM effect ORDER BY seq');
    return rows.map((row) => row.what);
  };

  it('an event of a committed change arrives once, one of a rolled-back change never', async () => {
    await expect(
      sending.dataSource.transaction(async (em) => {
        await em.query(`INSERT INTO outbox (id, subject, aggregate_id, payload) VALUES ($1, $2, 'x', '{}')`, [
          newId(),
          TicketDissatisfied.subject,
        ]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await sayDissatisfied(hotline, 'committed');
    await eventually(async () => expect(await effects()).toEqual(['committed']));
  });

  it('the relay is woken by commits that have something to publish, and by no other', async () => {
    const woken: boolean[] = [];
    const watcher: EntitySubscriberInterface = {
      afterTransactionCommit: ({ queryRunner }) => void woken.push(carriesEvents(queryRunner)),
    };
    sending.dataSource.subscribers.push(watcher);
    await sending.dataSource.transaction((em) => em.query('SELECT 1'));
    await sayDissatisfied(hotline, 'woken');
    sending.dataSource.subscribers.splice(sending.dataSource.subscribers.indexOf(watcher), 1);
    expect(woken).toEqual([false, true]);
    await eventually(async () => expect(await effects()).toEqual(['woken']));
  });

  it('an event that another process committed arrives too', async () => {
    // Past TypeORM, so that nobody wakes the relay.
    await poolOf(sending.dataSource).query(
      'INSERT INTO outbox (id, subject, aggregate_id, payload) VALUES ($1, $2, $3, $4)',
      [newId(), TicketDissatisfied.subject, newId(), JSON.stringify(dissatisfied('elsewhere'))],
    );
    await eventually(async () => expect(await effects()).toEqual(['elsewhere']));
  });

  it('events of one ticket arrive in the order they happened', async () => {
    const ticketId = newId();
    const numbers = Array.from({ length: 60 }, (_, i) => String(i));
    for (const number of numbers) await sayDissatisfied(hotline, number, ticketId);
    await eventually(async () => expect(await effects()).toEqual(numbers));
  });

  it('a message that comes twice has one effect', async () => {
    await sayDissatisfied(hotline, 'twice');
    const [row] = await eventually(async () => {
      const rows: { event_id: string }[] = await receiving.dataSource.query('SELECT event_id FROM effect');
      expect(rows).toHaveLength(1);
      return rows;
    });
    const [original]: { payload: object }[] = await sending.dataSource.query(
      'SELECT payload FROM outbox WHERE id = $1',
      [row?.event_id],
    );
    const connection = await hotline.context.get(NatsConnectionHolder).get();
    const again = headers();
    again.set(AGGREGATE_HEADER, 'again');
    // Without Nats-Msg-Id the server cannot drop it, as after its window of two minutes; the inbox has to.
    again.set('Nats-Msg-Id', `${row?.event_id}`);
    await jetstream(connection).publish(TicketDissatisfied.subject, JSON.stringify(original?.payload), {
      headers: again,
    });
    await sayDissatisfied(hotline, 'after');
    await eventually(async () => expect(await effects()).toEqual(['twice', 'after']));
  });

  it('a message that keeps failing is set aside, holds up no other, and can be replayed', async () => {
    receiver.failing.add('bad');
    await sayDissatisfied(hotline, 'bad');
    await sayDissatisfied(hotline, 'good');
    await eventually(async () => expect(await effects()).toEqual(['good']));
    await eventually(
      async () =>
        expect(await receiving.dataSource.query('SELECT error FROM dead_letter WHERE replayed_at IS NULL')).toEqual([
          { error: 'Error: told to fail' },
        ]),
      { timeoutMs: 20_000 },
    );
    const letters = interviews.context.get(DeadLetters);
    expect(await letters.replay()).toEqual({ replayed: 0, failed: 1 });
    receiver.failing.clear();
    expect(await letters.replay()).toEqual({ replayed: 1, failed: 0 });
    expect(await letters.replay()).toEqual({ replayed: 0, failed: 0 });
    expect(await effects()).toEqual(['good', 'bad']);
  }, 30_000);

  it('a malformed message is set aside at once, without the values it held', async () => {
    const connection = await hotline.context.get(NatsConnectionHolder).get();
    const made = headers();
    const id = newId();
    made.set(AGGREGATE_HEADER, 'malformed');
    await jetstream(connection).publish(TicketDissatisfied.subject, JSON.stringify({ name: '王小明' }), {
      msgID: id,
      headers: made,
    });
    const [letter] = await eventually(async () => {
      const rows: { error: string }[] = await receiving.dataSource.query(
        'SELECT error FROM dead_letter WHERE event_id = $1',
        [id],
      );
      expect(rows).toHaveLength(1);
      return rows;
    });
    expect(letter?.error).toContain('/ticketId isUuid');
    expect(letter?.error).not.toContain('王小明');
  });

  it('what was committed while the broker was dead arrives when it is back', async () => {
    await nats.kill();
    await sayDissatisfied(hotline, 'during the outage');
    await nats.restart();
    await eventually(async () => expect(await effects()).toEqual(['during the outage']), { timeoutMs: 20_000 });
  }, 30_000);

  it('catch-up takes what the stream lost with its storage', async () => {
    await nats.kill();
    // Published as far as the sender knows, but the broker has lost it: only the outbox still has it.
    await sayDissatisfied(hotline, 'lost by the stream');
    await sending.dataSource.query('UPDATE outbox SET published_at = clock_timestamp() WHERE published_at IS NULL');
    nats.deleteStore();
    await nats.restart();
    await eventually(async () => expect(await effects()).toEqual(['lost by the stream']), { timeoutMs: 20_000 });
    await sayDissatisfied(hotline, 'on the new stream');
    await eventually(async () => expect(await effects()).toEqual(['lost by the stream', 'on the new stream']), {
      timeoutMs: 20_000,
    });
  }, 60_000);

  it('a request brings the answer, or the domain error of the service asked', async () => {
    const client = interviews.context.get(RequestClient);
    const ticketId = '11111111-1111-4111-8111-111111111111';
    await eventually(async () =>
      expect(await client.ask(TicketSummaryRequest, { ticketId })).toMatchObject({ ticketId, number: '260000017' }),
    );
    const unknown = { ticketId: '01111111-1111-4111-8111-111111111111' };
    await expect(client.ask(TicketSummaryRequest, unknown)).rejects.toMatchObject({
      type: new NotFound().type,
      status: 404,
      data: unknown,
    });
    await expect(client.ask(TicketSummaryRequest, { ticketId: 'not an id' })).rejects.toMatchObject({ status: 400 });
  });

  it('a request that nobody answers is refused as unavailable', async () => {
    const client = hotline.context.get(RequestClient);
    const nobody = { ...TicketSummaryRequest, subject: 'appointments.nobody.here.v1' };
    await expect(client.ask(nobody, { ticketId: newId() })).rejects.toBeInstanceOf(ServiceUnavailable);
  });
});
