import { EventStream, type StreamEvent } from '@app/common/http/event-stream.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RostersUnderTest } from '../rosters/rosters-under-test.fixture.js';
import { HALL, HALL_ONE, TOWNSHIP } from '../seed/small-county.fixture.js';

jest.setTimeout(60_000);

const DAY = '2026-11-26';

describe('the screen of another planner', () => {
  const clock = new FakeClock('2026-11-23T08:00:00+08:00');
  const told: StreamEvent[] = [];
  let office: RostersUnderTest;
  beforeAll(async () => {
    office = await RostersUnderTest.start(clock);
    office.service.apps[0]?.get(EventStream).passOnBy((event) => told.push(event));
  });
  beforeEach(() => void told.splice(0));
  afterAll(() => office.close());

  /** The sites of which something was told since it was asked last. */
  const sitesTold = (): unknown[] => {
    const news = told.splice(0).filter(({ type }) => type === 'schedule');
    for (const { audience } of news) expect(audience).toEqual({ roles: ['supervisor', 'admin'] });
    return news.map(({ data }) => data);
  };
  const hall = [{ siteId: HALL }];

  it('is told of a closure and of its end; one of the whole office concerns every site', async () => {
    const days = { fromDay: DAY, toDay: DAY, reasonZh: '停电', reasonEn: 'No power' };
    const closed = await office.call('POST', '/closures', { payload: { ...days, siteId: HALL } });
    expect(sitesTold()).toEqual(hall);
    await office.call('DELETE', `/closures/${closed.json().id}`);
    expect(sitesTold()).toEqual(hall);
    const everywhere = await office.call('POST', '/closures', { payload: days });
    expect(sitesTold()).toEqual(expect.arrayContaining([{ siteId: HALL }, { siteId: TOWNSHIP }]));
    await office.call('DELETE', `/closures/${everywhere.json().id}`);
  });

  it('is told of a session opened, and of a window’s new week', async () => {
    const session = { session: 'evening', open: true, fromMinute: 1080, toMinute: 1140, capacity: 1 };
    const why = { reasonZh: '延时服务', reasonEn: 'Extended service' };
    const made = await office.call('POST', '/schedule-exceptions', {
      payload: { siteId: HALL, windowId: HALL_ONE, day: DAY, ...session, ...why },
    });
    expect(made.statusCode).toBe(201);
    expect(sitesTold()).toEqual(hall);
    const sessions = [{ weekday: 1, session: 'morning', fromMinute: 540, toMinute: 720, capacity: 1, greenMinutes: 0 }];
    const payload = { sessions };
    expect(
      (await office.call('PUT', `/windows/${HALL_ONE}/pattern`, { payload, version: 1, as: 'admin' })).statusCode,
    ).toBe(200);
    expect(sitesTold()).toEqual(hall);
  });

  it('is told of each step of a roster, of who is away and of new officers', async () => {
    const { roster } = await office.propose('2026-12-16', '2026-12-17');
    expect(sitesTold()).toEqual(hall);
    const onDuty = roster.days[0]?.sessions.flatMap(({ duties }) => duties.map(({ officerId }) => officerId));
    const officerId = roster.officers.find(({ id }) => !onDuty?.includes(id))?.id;
    const payload = { officerId, day: '2026-12-16', session: 'morning', given: true };
    const given = await office.call('PUT', `/rosters/${roster.id}/rests`, { payload, version: roster.version });
    expect(given.statusCode).toBe(200);
    expect(sitesTold()).toEqual(hall);
    await office.withdraw(roster.id);
    expect(sitesTold()).toEqual(hall);
    const { id } = await office.absent(office.leader.id, '2026-12-16');
    expect(sitesTold()).toEqual(hall);
    await office.back(id);
    expect(sitesTold()).toEqual(hall);
    const added = { siteId: TOWNSHIP, name: '孙丽', qualifications: [], mayLead: false };
    expect((await office.call('POST', '/officers', { payload: added })).statusCode).toBe(201);
    expect(sitesTold()).toEqual([{ siteId: TOWNSHIP }]);
  });

  it('is told nothing of what was refused', async () => {
    const over = { siteId: HALL, fromDay: '2026-11-20', toDay: '2026-11-20', reasonZh: '停电', reasonEn: 'No power' };
    expect((await office.call('POST', '/closures', { payload: over })).statusCode).toBe(422);
    expect(sitesTold()).toEqual([]);
  });
});
