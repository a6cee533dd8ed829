import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { CalendarYearBroughtIn } from '@app/common/contracts/hotline.events.js';
import { CaseLimitMoved } from '@app/common/contracts/interviews.events.js';
import { EventTaker } from '@app/common/messaging/event-taker.js';
import { newId } from '@app/common/persistence/id.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterviewsUnderTest } from '../testing/interviews-under-test.fixture.js';

describe('a year the hotline’s administrator has brought in', () => {
  let service: InterviewsUnderTest;
  beforeAll(async () => {
    service = await InterviewsUnderTest.start();
    service.clock.set('2026-12-28T09:00:00+08:00');
  });
  afterAll(() => service.close());

  /** As the event comes, and as every process reads the calendar ten seconds later. */
  async function broughtIn(holidays: string[], id = newId()): Promise<void> {
    await service.app.get(EventTaker).take({
      id,
      subject: CalendarYearBroughtIn.subject,
      aggregateId: '2027',
      occurredAt: service.clock.now(),
      requestId: undefined,
      payload: {
        year: 2027,
        holidays: ['2027-01-01', '2027-10-01', ...holidays],
        makeUpDays: ['2027-01-10'],
        source: '国办发明电〔2026〕9号',
        broughtInAt: service.clock.now().toISOString(),
      },
    });
    await service.app.get(CalendarSource).reload(service.dataSource.manager);
    await service.timersDone();
  }

  it('lets the limit of a talk reach into it, and moves it once when it is corrected', async () => {
    await expect(service.opened()).rejects.toThrow('2027');
    await broughtIn([]);
    const { id, dueAt } = await service.opened();
    expect(dueAt).toBe('2027-01-05T09:30:00.000Z');
    const correction = newId();
    await broughtIn(['2027-01-04'], correction);
    await broughtIn(['2027-01-04'], correction);
    expect(await service.read(id)).toMatchObject({ dueAt: '2027-01-06T09:30:00.000Z' });
    expect(await service.told(CaseLimitMoved, id)).toHaveLength(1);
  });
});
