import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { staff } from '@app/common/testing/test-sessions.js';
import { withoutRandom } from '@app/common/testing/without-random.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { VolunteerDesk } from '../volunteers/volunteer-desk.js';
import type { VolunteerBody, VolunteerRow } from '../volunteers/volunteer.dto.js';
import type { VolunteerContact } from './volunteer-contact.dto.js';

jest.setTimeout(60_000);

const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 }));
const PHONE = '13800008642';

describe('a volunteer’s phone', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock, 2);
  });
  afterAll(() => service.close());

  const send = async <T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: object,
    more: Record<string, string> = {},
  ): Promise<{ status: number; body: T }> => {
    const headers = { ...(await service.sessions.headersFor(staff('admin'))), ...more };
    const answer = await service.apps[0]?.inject({ method, url: `${PREFIX}/volunteers${path}`, headers, payload });
    if (!answer) throw new Error('no process');
    return { status: answer.statusCode, body: answer.json<T>() };
  };
  const volunteer = async (name: string): Promise<VolunteerRow> => {
    const body: VolunteerBody = { name, fields: ['land'], active: true, hours: HOURS };
    return (await send<VolunteerRow>('POST', '', body, { 'idempotency-key': newId() })).body;
  };
  const enter = (id: string, version: number, body: object) =>
    send<VolunteerContact & { rule?: string }>('PUT', `/${id}/contact`, body, { 'if-match': `"${version}"` });
  const reachable = async (name: string, language = 'zh-CN'): Promise<VolunteerRow> => {
    const made = await volunteer(name);
    expect((await enter(made.id, 0, { phone: PHONE, language })).status).toBe(200);
    return made;
  };
  /** What was sent to volunteers since, in order. */
  const told = async (volunteerId: string): Promise<unknown[]> => {
    const rows = await service.dataSource.query<{ payload: SmsRequestedPayload }[]>(
      `SELECT payload FROM outbox WHERE subject = $1 AND aggregate_id = $2 ORDER BY seq`,
      [SmsRequested.subject, volunteerId],
    );
    return rows.map(({ payload: { sealedTo, template, language, sealedValues } }) => {
      expect(service.box.open(sealedTo)).toBe(`+86${PHONE}`);
      return [template, language, JSON.parse(service.box.open(sealedValues))];
    });
  };
  const desk = (n = 0): VolunteerDesk => {
    const app = service.apps[n];
    if (!app) throw new Error('no such process');
    return app.get(VolunteerDesk);
  };
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, 0, (hour - 8) * 60)).toISOString();
  const book = async (
    volunteerId: string,
    caseId: string,
    day: number,
    hour: number,
    replaces?: string,
  ): Promise<string> => {
    const bookingId = newId();
    const time = { startAt: at(day, hour), endAt: at(day, hour + 1) };
    await desk().hold({ bookingId, volunteerId, caseId, ...time, replaces });
    await Promise.all([desk(0).confirm({ bookingId }), desk(1).confirm({ bookingId })]);
    return bookingId;
  };

  it('is kept sealed and shown masked; what is left out stays, null takes it away', async () => {
    const { id } = await volunteer('方正平');
    expect((await send(`GET`, `/${id}/contact`)).body).toEqual({
      id,
      phoneMasked: null,
      language: 'zh-CN',
      version: 0,
    });
    const given = await enter(id, 0, { phone: '138 0000 8642', language: 'en' });
    expect(given).toMatchObject({ status: 200, body: { phoneMasked: '138****8642', language: 'en', version: 1 } });
    const rows = await service.dataSource.query('SELECT * FROM volunteer_contact WHERE volunteer_id = $1', [id]);
    const ledger = await service.dataSource.query(`SELECT detail FROM ledger WHERE item_id = $1`, [id]);
    expect(withoutRandom(JSON.stringify([rows, ledger]))).not.toContain('8642');
    expect((await enter(id, 1, { language: 'zh-CN' })).body).toMatchObject({ phoneMasked: '138****8642', version: 2 });
    expect((await enter(id, 1, { phone: null, language: 'en' })).status).toBe(412);
    expect((await enter(id, 2, { phone: null, language: 'zh-CN' })).body).toMatchObject({ phoneMasked: null });
  });

  it('has to be one that receives text messages, of a volunteer who exists', async () => {
    const { id } = await volunteer('白永康');
    expect(await enter(id, 0, { phone: '0571-88886666', language: 'en' })).toMatchObject({
      status: 422,
      body: { rule: 'phone-without-text-messages' },
    });
    expect((await enter(id, 0, { phone: '12', language: 'en' })).status).toBe(400);
    expect((await enter(newId(), 0, { phone: PHONE, language: 'en' })).status).toBe(404);
    expect((await send('GET', `/${newId()}/contact`)).status).toBe(404);
    expect((await send<VolunteerContact>('GET', `/${id}/contact`)).body.version).toBe(0);
  });

  it('is told of a talk once, in the volunteer’s language, and of its end', async () => {
    const { id } = await reachable('沈雅琴', 'en');
    const bookingId = await book(id, newId(), 24, 10);
    expect(await told(id)).toEqual([['talk_booked', 'en', { time: at(24, 10) }]]);
    for (const n of [0, 1]) await desk(n).release({ bookingId, reason: 'not-needed' });
    expect((await told(id)).slice(1)).toEqual([['talk_cancelled', 'en', { time: at(24, 10) }]]);
  });

  it('is told of a move in one message', async () => {
    const { id } = await reachable('沈明远');
    const caseId = newId();
    const before = await book(id, caseId, 25, 10);
    await book(id, caseId, 26, 14);
    await desk().release({ bookingId: before, reason: 'moved' });
    expect(await told(id)).toEqual([
      ['talk_booked', 'zh-CN', { time: at(25, 10) }],
      ['talk_moved', 'zh-CN', { from: at(25, 10), time: at(26, 14) }],
    ]);
  });

  it('is told of a move to an overlapping time in one message', async () => {
    const { id } = await reachable('沈明理');
    const caseId = newId();
    const before = await book(id, caseId, 25, 10);
    await book(id, caseId, 25, 10.5, before);
    await desk().release({ bookingId: before, reason: 'moved' });
    expect(await told(id)).toEqual([
      ['talk_booked', 'zh-CN', { time: at(25, 10) }],
      ['talk_moved', 'zh-CN', { from: at(25, 10), time: at(25, 10.5) }],
    ]);
  });

  it.each([
    ['an overlapping', 10.5],
    ['another', 14],
  ])('is told that a talk stays at its old time when it does not move to %s time after all', async (_, hour) => {
    const { id } = await reachable('沈明达');
    const caseId = newId();
    const before = await book(id, caseId, 26, 10);
    const bookingId = await book(id, caseId, 26, hour, before);
    await desk().release({ bookingId, reason: 'not-needed' });
    expect((await told(id)).slice(1)).toEqual([
      ['talk_moved', 'zh-CN', { from: at(26, 10), time: at(26, hour) }],
      ['talk_moved', 'zh-CN', { from: at(26, hour), time: at(26, 10) }],
    ]);
  });

  it('hears nothing of holds, and nothing of a talk that is past', async () => {
    const { id } = await reachable('何敏');
    const held = { bookingId: newId(), volunteerId: id, caseId: newId(), startAt: at(24, 9), endAt: at(24, 10) };
    await desk().hold(held);
    await desk().release({ bookingId: held.bookingId, reason: 'not-needed' });
    expect(await told(id)).toEqual([]);
    const bookingId = await book(id, newId(), 23, 11);
    clock.set('2026-11-23T12:00:00+08:00');
    await desk().release({ bookingId, reason: 'not-needed' });
    expect(await told(id)).toHaveLength(1);
  });
});
