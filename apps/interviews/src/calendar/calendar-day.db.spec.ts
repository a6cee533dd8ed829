import { CalendarDayDeclared } from '@app/common/contracts/hotline.events.js';
import { CaseLimitMoved } from '@app/common/contracts/interviews.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InterviewsUnderTest } from '../testing/interviews-under-test.fixture.js';

describe('a day the hotline’s administrator has declared', () => {
  let service: InterviewsUnderTest;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
  });
  beforeEach(() => service.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(() => service.close());

  async function declared(day: string, kind: 'working' | 'free' | 'as_published', id = newId()): Promise<void> {
    await service.app.get(EventTaker).take({
      id,
      subject: CalendarDayDeclared.subject,
      aggregateId: day,
      occurredAt: service.clock.now(),
      requestId: undefined,
      payload: { day, kind, reason: '台风停工', declaredAt: service.clock.now().toISOString() },
    });
    await service.timersDone();
  }

  it('moves the limit of a talk, once, and its yellow and red cards with it', async () => {
    const { id, dueAt } = await service.opened();
    expect(dueAt).toBe('2026-11-30T09:30:00.000Z');
    const event = newId();
    await declared('2026-11-25', 'free', event);
    await declared('2026-11-25', 'free', event);
    expect(await service.read(id)).toMatchObject({ dueAt: '2026-12-01T09:30:00.000Z' });
    expect(await service.told(CaseLimitMoved, id)).toMatchObject([{ round: 1, dueAt: '2026-12-01T09:30:00.000Z' }]);

    await service.liveUntil('2026-11-30T18:00:00+08:00');
    expect(await service.read(id)).toMatchObject({ card: 'yellow', tier: 1, clock: { state: 'near' } });
    await service.liveUntil('2026-12-01T17:31:00+08:00');
    expect(await service.read(id)).toMatchObject({ card: 'red', tier: 2, orders: [{ state: 'open' }] });
    await declared('2026-11-25', 'as_published');
  });

  it('takes no card back, and leaves an order as it was issued', async () => {
    const { id, dueAt } = await service.opened();
    await service.liveUntil(new Date(Date.parse(dueAt) + 60_000));
    await declared('2026-11-27', 'free');
    expect(await service.read(id)).toMatchObject({
      card: 'red',
      tier: 2,
      dueAt,
      orders: [{ state: 'open', dueAt: '2026-12-03T09:30:00.000Z' }],
    });
  });

  it('leaves a talk that has been held as it is', async () => {
    const { id } = await service.opened();
    await service.held(id);
    const before = await service.read(id);
    await declared('2026-11-26', 'free');
    expect(await service.read(id)).toMatchObject({ dueAt: before.dueAt, version: before.version });
  });
});
