import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { BreachRecorded } from '@app/common/contracts/hotline.events.js';
import { HotlineUnderTest, MONDAY_NINE, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';
import type { TicketLedgerPageDto } from '../tickets/ticket.dto.js';

describe('the limits of a ticket', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  beforeEach(() => hotline.clock.set(MONDAY_NINE));
  afterAll(() => hotline.close());

  const at = async (wall: string): Promise<void> => {
    hotline.clock.set(`${wall}:00+08:00`);
    await hotline.runTimers();
  };
  const actions = async (id: string): Promise<string[]> => {
    const page = await hotline.send<TicketLedgerPageDto>(PEOPLE.inspector, 'GET', `/tickets/${id}/ledger`);
    return page.body.items.map(({ action }) => action);
  };

  it('bring 催办, a yellow card a working day before the end and a red one at the end', async () => {
    const { id } = await way.accepted();
    await at('2026-11-26T12:00');
    expect((await way.read(PEOPLE.handler, id)).card).toBeNull();
    await at('2026-11-27T17:30');
    const near = await way.read(PEOPLE.handler, id);
    expect(near).toMatchObject({ card: 'yellow', clock: { state: 'near' } });
    expect((await actions(id)).filter((action) => action === 'reminded').length).toBeGreaterThan(0);
    expect(await hotline.told(BreachRecorded, id)).toEqual([]);
    await at('2026-11-30T17:30');
    expect(await way.read(PEOPLE.handler, id)).toMatchObject({ card: 'red', clock: { state: 'over' } });
    expect(await hotline.told(BreachRecorded, id)).toEqual([
      expect.objectContaining({ kind: 'reply_overdue', unitId: DEMO_UNITS.housing }),
    ]);
  });

  it('bring the red card also when the service was down at the end', async () => {
    const { id } = await way.accepted();
    await hotline.restart();
    hotline.clock.set('2026-12-02T10:00:00+08:00');
    await hotline.runTimers();
    const detail = await way.read(PEOPLE.handler, id);
    expect(detail.card).toBe('red');
    expect((await actions(id)).filter((action) => /card|reminded/.test(action))).toEqual([
      'reminded',
      'reminded',
      'yellow_card',
      'red_card',
    ]);
    await hotline.runTimers();
    expect(await hotline.told(BreachRecorded, id)).toHaveLength(1);
  });

  it('count for nothing once they are met', async () => {
    const { id } = await way.replied();
    await at('2026-12-15T10:00');
    expect(await way.read(PEOPLE.handler, id)).toMatchObject({ card: null, clock: { state: 'done' } });
    expect(await hotline.told(BreachRecorded, id)).toEqual([]);
  });

  it('stand while a returned ticket is decided on', async () => {
    const { id } = await way.accepted();
    await way.step(PEOPLE.handler, id, 'return', { reason: '不属于我局' });
    await at('2026-12-15T10:00');
    const breaches = await hotline.told(BreachRecorded, id);
    expect(breaches.map(({ kind }) => kind)).toEqual(['transfer_overdue']);
  });

  it('of the transfer are the hotline’s own', async () => {
    const { id } = await way.registered();
    await at('2026-11-24T17:30');
    expect((await way.read(PEOPLE.operator, id)).card).toBe('red');
    const [breach] = await hotline.told(BreachRecorded, id);
    expect(breach).toMatchObject({ kind: 'transfer_overdue' });
    expect(breach).not.toHaveProperty('unitId');
    const dispatched = await way.step(PEOPLE.operator, id, 'dispatch', { unitId: DEMO_UNITS.housing });
    expect(dispatched.card).toBeNull();
  });

  it('of accepting are the unit’s', async () => {
    const { id } = await way.dispatched();
    await at('2026-11-25T17:30');
    expect(await hotline.told(BreachRecorded, id)).toEqual([
      expect.objectContaining({ kind: 'acceptance_overdue', unitId: DEMO_UNITS.housing }),
    ]);
  });

  it('kept at the last instant are kept', async () => {
    const { id } = await way.accepted();
    hotline.clock.set('2026-11-30T17:30:00+08:00');
    const detail = await way.step(PEOPLE.handler, id, 'reply', { text: '已修复。' });
    expect(detail.reply?.inTime).toBe(true);
  });

  it('kept a second later are not', async () => {
    const { id } = await way.accepted();
    hotline.clock.set('2026-11-30T17:30:01+08:00');
    await hotline.runTimers();
    const detail = await way.step(PEOPLE.handler, id, 'reply', { text: '已修复。' });
    expect(detail).toMatchObject({ card: 'red', reply: { inTime: false } });
  });
});
