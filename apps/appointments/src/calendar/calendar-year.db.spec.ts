import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { CalendarYearBroughtIn } from '@app/common/contracts/hotline.events.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { FakeClock } from '@app/common/testing/fake-clock.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appointmentsUnderTest, PREFIX, type AppointmentsUnderTest } from '../appointments-under-test.fixture.js';
import { booked } from '../desk/booked.fixture.js';
import { HALL, ID_CARD } from '../seed/small-county.fixture.js';

jest.setTimeout(60_000);

const TUESDAY = '2027-01-05';

describe('a year the hotline’s administrator has brought in', () => {
  const clock = new FakeClock('2026-12-28T09:00:00+08:00');
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
  /** As the event comes, and as every process reads the calendar ten seconds later. */
  async function broughtIn(holidays: string[], id = newId()): Promise<void> {
    await app()
      .get(EventTaker)
      .take({
        id,
        subject: CalendarYearBroughtIn.subject,
        aggregateId: '2027',
        occurredAt: clock.now(),
        requestId: undefined,
        payload: {
          year: 2027,
          holidays: ['2027-01-01', '2027-10-01', ...holidays],
          makeUpDays: [],
          source: '国办发明电〔2026〕9号',
          broughtInAt: clock.now().toISOString(),
        },
      });
    await app().get(CalendarSource).reload(service.dataSource.manager);
  }
  const freeTimes = async (day: string): Promise<number> => {
    const url = `${PREFIX}/slots?item=${ID_CARD}&site=${HALL}&from=${day}&to=${day}`;
    const { days } = (await app().inject({ method: 'GET', url })).json<{ days: { slots: unknown[] }[] }>();
    return days.flatMap(({ slots }) => slots).length;
  };

  it('opens windows in it; corrected, it closes them, and whoever is booked is told, once', async () => {
    expect(await freeTimes(TUESDAY)).toBe(0);
    await broughtIn([]);
    expect(await freeTimes(TUESDAY)).toBeGreaterThan(0);
    expect(await freeTimes('2027-01-01')).toBe(0);

    const phone = '+8613812340001';
    const { id } = await booked(service.dataSource, {
      startAt: `${TUESDAY}T10:00:00+08:00`,
      sealedPhone: service.box.seal(phone),
      phoneFingerprint: service.box.fingerprint(phone),
    });
    const correction = newId();
    await broughtIn([TUESDAY], correction);
    await broughtIn([TUESDAY], correction);
    expect(await freeTimes(TUESDAY)).toBe(0);
    const told: unknown = await service.dataSource.query(
      `SELECT payload->>'template' AS template FROM outbox WHERE subject = $1 AND payload->>'aboutId' = $2`,
      [SmsRequested.subject, id],
    );
    expect(told).toEqual([{ template: 'booking_closed' }]);
  });
});
