import { CalendarDayDeclared } from '@app/common/contracts/hotline.events.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { eventually } from '@app/common/testing/eventually.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { booked } from '../desk/booked.fixture.js';
import { HALL, ID_CARD } from '../seed/small-county.fixture.js';

jest.setTimeout(60_000);

const DAY = '2026-11-26';

describe('a day the hotline’s administrator has declared', () => {
  const clock = new FakeClock('2026-11-23T09:00:00+08:00');
  let service: AppointmentsUnderTest;
  beforeAll(async () => {
    service = await appointmentsUnderTest(clock);
  });
  afterAll(() => service.close());

  const app = () => {
    const [only] = service.apps;
    if (!only) throw new Error('no process');
    return only;
  };
  const declared = (kind: 'free' | 'as_published', id = newId()): Promise<unknown> =>
    app()
      .get(EventTaker)
      .take({
        id,
        subject: CalendarDayDeclared.subject,
        aggregateId: DAY,
        occurredAt: clock.now(),
        requestId: undefined,
        payload: { day: DAY, kind, reason: '暴雪停工', declaredAt: clock.now().toISOString() },
      });
  const freeTimes = async (): Promise<number> => {
    const url = `${PREFIX}/slots?item=${ID_CARD}&site=${HALL}&from=${DAY}&to=${DAY}`;
    const { days } = (await app().inject({ method: 'GET', url })).json<{ days: { slots: unknown[] }[] }>();
    return days.flatMap(({ slots }) => slots).length;
  };
  /** What every process does every ten seconds. */
  const calendarReadAgain = () => app().get(CalendarSource).reload(service.dataSource.manager);

  it('free closes the windows, and whoever is booked is told, once', async () => {
    const phone = '+8613812340001';
    const { id } = await booked(service.dataSource, {
      startAt: `${DAY}T10:00:00+08:00`,
      sealedPhone: service.box.seal(phone),
      phoneFingerprint: service.box.fingerprint(phone),
    });
    const before = await freeTimes();
    expect(before).toBeGreaterThan(0);
    const event = newId();
    await declared('free', event);
    await declared('free', event);
    await calendarReadAgain();
    expect(await freeTimes()).toBe(0);
    await eventually(async () => {
      const told = await service.dataSource.query(
        `SELECT payload->>'template' AS template FROM outbox WHERE subject = $1 AND payload->>'aboutId' = $2`,
        [SmsRequested.subject, id],
      );
      expect(told).toEqual([{ template: 'booking_closed' }]);
    });
    await declared('as_published');
    await calendarReadAgain();
    expect(await freeTimes()).toBe(before);
  });
});
