import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { SmsRequested } from '@app/common/contracts/gateway.events.js';
import { TicketClosed } from '@app/common/contracts/hotline.events.js';
import {
  CardIssued,
  CaseClosed,
  CaseHeld,
  CaseLimitMoved,
  CaseOpened,
  CaseScheduled,
  CaseVerified,
  OrderIssued,
} from '@app/common/contracts/interviews.events.js';
import { newId } from '@app/common/persistence/id.js';
import type { TicketProgressDto } from '../citizens/citizen.dto.js';
import type { RegisteredTicketDto } from '../registration/registration.dto.js';
import { HotlineUnderTest, PEOPLE } from '../testing/hotline-under-test.fixture.js';
import { TicketWay } from '../testing/ticket-way.fixture.js';

const OPENED = '2026-11-23T02:00:00.000Z';
const DUE = '2026-11-30T09:30:00.000Z';
/** A day of it was declared free. */
const MOVED_DUE = '2026-12-01T09:30:00.000Z';
const TALK = {
  startAt: '2026-11-25T02:00:00.000Z',
  endAt: '2026-11-25T03:00:00.000Z',
  placeZh: '住建局约谈室',
  placeEn: 'Housing Bureau, interview room',
};

const aboutCase = (ticketId: string, round = 1, caseId = newId()) => ({
  caseId,
  ticketId,
  unitId: DEMO_UNITS.housing,
  round,
});

describe('the interview after a dissatisfied rating', () => {
  let hotline: HotlineUnderTest;
  let way: TicketWay;
  beforeAll(async () => {
    hotline = await HotlineUnderTest.start();
    way = new TicketWay(hotline);
  });
  afterAll(() => hotline.close());

  const dissatisfied = async (): Promise<RegisteredTicketDto> => {
    const ticket = await way.replied();
    const { number, queryCode: code } = ticket;
    await hotline.send(null, 'POST', '/citizen/ratings', { body: { number, code, score: 1 } });
    return ticket;
  };
  const progress = async ({ number, queryCode: code }: RegisteredTicketDto): Promise<TicketProgressDto> =>
    (await hotline.send<TicketProgressDto>(null, 'POST', '/citizen/lookup', { body: { number, code } })).body;

  it('is followed from its opening to the ticket’s being struck off', async () => {
    const ticket = await dissatisfied();
    const about = aboutCase(ticket.id);
    await hotline.hear(CaseOpened, about.caseId, { ...about, caseNumber: 'YT-1', openedAt: OPENED, dueAt: DUE });
    expect(await way.read(PEOPLE.handler, ticket.id)).toMatchObject({
      state: 'in_interview',
      interview: { caseNumber: 'YT-1', dueAt: DUE, startAt: null },
    });
    await hotline.hear(CaseLimitMoved, about.caseId, { ...about, dueAt: MOVED_DUE });
    expect(await way.read(PEOPLE.handler, ticket.id)).toMatchObject({ interview: { dueAt: MOVED_DUE } });
    await hotline.hear(CaseScheduled, about.caseId, { ...about, ...TALK });
    expect((await progress(ticket)).interview).toEqual(TALK);
    const [invitation] = (await hotline.told(SmsRequested, ticket.id)).slice(-1);
    expect(invitation?.template).toBe('invitation');
    expect(JSON.parse(hotline.box.open(invitation?.sealedValues ?? ''))).toEqual({
      number: ticket.number,
      time: TALK.startAt,
      place: TALK.placeZh,
    });
    const noted: unknown = await hotline.dataSource.query('SELECT at FROM ledger WHERE item_id = $1 AND action = $2', [
      ticket.id,
      'interview_scheduled',
    ]);
    expect(noted).toEqual([{ at: hotline.clock.now() }]);
    await hotline.hear(CaseHeld, about.caseId, { ...about, heldAt: TALK.startAt, inTime: true });
    expect((await progress(ticket)).interview).toBeNull();
    await hotline.hear(CaseVerified, about.caseId, { ...about, verifiedAt: TALK.endAt, satisfied: true });
    await hotline.hear(CaseClosed, about.caseId, { ...about, closedAt: TALK.endAt });
    expect(await progress(ticket)).toMatchObject({ state: 'closed', mayRate: false });
    expect(await hotline.told(TicketClosed, ticket.id)).toEqual([expect.objectContaining({ how: 'interview' })]);
  });

  it('of a second round invites again', async () => {
    const ticket = await dissatisfied();
    const first = aboutCase(ticket.id);
    const second = { ...first, round: 2 };
    const later = { ...TALK, startAt: '2026-12-02T02:00:00.000Z', endAt: '2026-12-02T03:00:00.000Z' };
    await hotline.hear(CaseOpened, first.caseId, { ...first, caseNumber: 'YT-2', openedAt: OPENED, dueAt: DUE });
    await hotline.hear(CaseScheduled, first.caseId, { ...first, ...TALK });
    await hotline.hear(CaseHeld, first.caseId, { ...first, heldAt: TALK.startAt, inTime: true });
    await hotline.hear(CaseVerified, first.caseId, { ...first, verifiedAt: TALK.endAt, satisfied: false });
    await hotline.hear(CaseScheduled, first.caseId, { ...second, ...later });
    expect((await progress(ticket)).interview).toEqual(later);
    // Old news that comes late changes nothing.
    await hotline.hear(CaseHeld, first.caseId, { ...first, heldAt: TALK.startAt, inTime: true });
    expect((await progress(ticket)).interview).toEqual(later);
    const templates = (await hotline.told(SmsRequested, ticket.id)).map(({ template }) => template);
    expect(templates.filter((template) => template === 'invitation')).toHaveLength(2);
  });

  it('puts its cards and orders on the ticket as a banner, once', async () => {
    const ticket = await dissatisfied();
    const { caseId, unitId } = aboutCase(ticket.id);
    const card = {
      cardId: newId(),
      caseId,
      ticketId: ticket.id,
      unitId,
      colour: 'red',
      reason: 'interview_overdue',
      issuedAt: DUE,
    } as const;
    const order = {
      orderId: newId(),
      caseId,
      ticketId: ticket.id,
      unitId,
      orderNumber: '督办〔2026〕1号',
      tier: 2,
      issuedAt: DUE,
      dueAt: '2026-12-04T09:30:00.000Z',
    };
    const id = newId();
    await hotline.hear(CardIssued, card.cardId, card, id);
    await hotline.hear(CardIssued, card.cardId, card, id);
    await hotline.hear(OrderIssued, order.orderId, order);
    const { notices } = await way.read(PEOPLE.handler, ticket.id);
    expect(notices).toHaveLength(2);
    expect(notices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'card', colour: 'red', reason: 'interview_overdue' }),
        expect.objectContaining({ kind: 'order', number: '督办〔2026〕1号', dueAt: order.dueAt }),
      ]),
    );
  });
});
