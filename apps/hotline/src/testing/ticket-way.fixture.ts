import type { StaffActor } from '@app/common/auth/actor.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { RegisteredTicketDto, RegisterTicketDto } from '../registration/registration.dto.js';
import type { TicketDetailDto } from '../tickets/ticket.dto.js';
import { PEOPLE, type Answer, type HotlineUnderTest } from './hotline-under-test.fixture.js';

/** What goes over the wire: fields, no class. */
type Plain<T> = { [K in keyof T]: T[K] extends object ? Plain<T[K]> : T[K] };
type RequestBody = Plain<RegisterTicketDto>;

let phones = 0;

/** A request as an operator takes it down; each from a phone of its own. */
export function request(over: Partial<RequestBody> = {}): RequestBody {
  phones += 1;
  return {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements: { when: null, where: '站前路', who: null, what: '路面坑洼积水', why: null, which: '路面', result: null },
    contact: { name: '王小明', phone: `138${String(phones).padStart(8, '0')}`, language: 'zh-CN' },
    ...over,
  };
}

/** Takes tickets along the way, each step as the person of the right post. */
export class TicketWay {
  constructor(private readonly hotline: HotlineUnderTest) {}

  async registered(over: Partial<RequestBody> = {}): Promise<RegisteredTicketDto> {
    const { status, body } = await this.hotline.send<RegisteredTicketDto>(PEOPLE.operator, 'POST', '/tickets', {
      body: request(over),
    });
    if (status !== 201) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async dispatched(over: Partial<RequestBody> = {}): Promise<RegisteredTicketDto> {
    const ticket = await this.registered(over);
    await this.step(PEOPLE.operator, ticket.id, 'dispatch', { unitId: DEMO_UNITS.housing });
    return ticket;
  }

  async accepted(over: Partial<RequestBody> = {}): Promise<RegisteredTicketDto> {
    const ticket = await this.dispatched(over);
    await this.step(PEOPLE.handler, ticket.id, 'accept');
    return ticket;
  }

  async replied(over: Partial<RequestBody> = {}): Promise<RegisteredTicketDto> {
    const ticket = await this.accepted(over);
    await this.step(PEOPLE.handler, ticket.id, 'reply', { text: '已派人修复，请查看。' });
    return ticket;
  }

  /** One step at the version that is current; it must succeed. */
  async step(actor: StaffActor, id: string, action: string, body: object = {}): Promise<TicketDetailDto> {
    const { version } = await this.read(PEOPLE.inspector, id);
    const answer = await this.try(actor, id, action, version, body);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  try(
    actor: StaffActor,
    id: string,
    action: string,
    version: number,
    body: object = {},
  ): Promise<Answer<TicketDetailDto>> {
    return this.hotline.send<TicketDetailDto>(actor, 'POST', `/tickets/${id}/${action}`, { version, body });
  }

  async read(actor: StaffActor, id: string): Promise<TicketDetailDto> {
    return (await this.hotline.send<TicketDetailDto>(actor, 'GET', `/tickets/${id}`)).body;
  }
}
