import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_UNITS } from '../../libs/common/src/contracts/demo-county.js';
import type { ApiClient } from './api-client.js';
import type { RunningSuite } from './running-suite.js';

export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
}
export interface CaseRow {
  readonly id: string;
  readonly ticketId: string;
  readonly state: string;
  readonly tier: number;
  readonly round: number;
  readonly card: string | null;
  readonly dueAt: string;
}
interface Item {
  readonly version: number;
  readonly state: string;
  readonly allowed: readonly string[];
}

const STEP_LIMIT_MS = 90_000;

/**
 * The way of one request through the whole suite (issue: the main job), each step as a person does it: look how the
 * item stands, act if it is one's turn, and look again when no answer came. A step is done once, whatever dies meanwhile.
 */
export class MainWay {
  private constructor(
    private readonly suite: RunningSuite,
    private readonly operator: ApiClient,
    private readonly head: ApiClient,
    private readonly inspector: ApiClient,
  ) {}

  static async begin(suite: RunningSuite): Promise<MainWay> {
    return new MainWay(
      suite,
      await suite.signIn('operator1'),
      await suite.signIn('head1'),
      await suite.signIn('inspector1'),
    );
  }

  /** The operator registers a request; asking again with the same key registers nothing more. */
  register(what: string, phone: string, idempotencyKey: string = randomUUID()): Promise<Registered> {
    const body = {
      kind: 'help',
      channel: 'telephone',
      serviceItemCode: 'housing-repair',
      elements: {
        when: '昨晚',
        where: '幸福小区 3 号楼',
        who: null,
        what,
        why: null,
        which: null,
        result: '请尽快维修',
      },
      contact: { name: '王女士', phone, language: 'zh-CN' },
    };
    return this.operator.persist('POST', '/api/hotline/tickets', body, { idempotencyKey });
  }

  /** Dispatched to the housing bureau, accepted and replied. */
  async replied(ticket: Registered): Promise<void> {
    const path = `/api/hotline/tickets/${ticket.id}`;
    await advance(this.operator, path, 'dispatch', { unitId: DEMO_UNITS.housing });
    await advance(this.head, path, 'accept');
    await advance(this.head, path, 'reply', { text: '已安排维修人员上门，三日内完成。' });
  }

  /** The citizen rates the reply 1 of 5. */
  async dissatisfied(ticket: Registered): Promise<void> {
    const body = { number: ticket.number, code: ticket.queryCode, score: 1, comment: '没有人来过' };
    const key = { idempotencyKey: randomUUID() };
    await this.suite.citizen().persist('POST', '/api/hotline/citizen/ratings', body, key);
  }

  /** The cases that stand open for a ticket: one, or none yet; never two. */
  async casesOf(ticket: Registered): Promise<CaseRow[]> {
    const page = await this.inspector.ask<{ items: CaseRow[] }>('GET', '/api/interviews/cases?limit=100');
    return page.items.filter((row) => row.ticketId === ticket.id);
  }

  /** Root cause, plan, a room through appointments, the talk and its minutes. */
  async interviewed(caseId: string): Promise<void> {
    const path = `/api/interviews/cases/${caseId}`;
    await advance(this.head, path, 'root-cause', { rootCause: '维修队排班遗漏，未通知住户。' });
    await advance(this.head, path, 'plan', {
      class: 'can_be_done',
      plan: '本周内完成维修并回访。',
      legalBasis: ['公共租赁住房管理办法'],
    });
    await advance(this.head, path, 'appointment', () => this.earliestRoom(path));
    await advance(this.head, path, 'minutes', () => ({
      heldAt: this.suite.now().toISOString(),
      attendees: ['王女士', '李科长'],
      minutes: '双方商定本周五上门维修。',
      outcome: 'resolved',
      tasks: [],
    }));
  }

  /** The inspector calls the citizen, who is content: case and ticket are struck off. */
  async verified(caseId: string): Promise<void> {
    const body = { method: 'phone', satisfied: true, progress: '已维修完毕，群众满意。' };
    await advance(this.inspector, `/api/interviews/cases/${caseId}`, 'verification', body);
  }

  ticketState(ticket: Registered): Promise<{ state: string }> {
    return this.operator.ask('GET', `/api/hotline/tickets/${ticket.id}`);
  }

  private async earliestRoom(casePath: string): Promise<object> {
    const from = this.suite.now().toISOString();
    const to = new Date(Date.parse(from) + 10 * 86_400_000).toISOString();
    const query = new URLSearchParams({ from, to, durationMinutes: '60' });
    const found = await this.head.persist<{ rooms?: FreeRoom[]; items?: FreeRoom[] }>(
      'GET',
      `${casePath}/free-rooms?${query.toString()}`,
    );
    const [room] = found.items ?? found.rooms ?? [];
    if (!room) throw new Error('no free room');
    return { place: 'room', roomId: room.roomId, startAt: room.startAt, endAt: room.endAt };
  }
}

interface FreeRoom {
  readonly roomId: string;
  readonly startAt: string;
  readonly endAt: string;
}

/**
 * Takes one step of an item unless it is taken already.
 * @param action last part of the route, named in the item's `allowed` while it is called for
 * @param body what the step says, made anew for each try when it is a function
 */
async function advance(
  person: ApiClient,
  path: string,
  action: string,
  body: object | (() => object | Promise<object>) = {},
): Promise<void> {
  const until = Date.now() + STEP_LIMIT_MS;
  let attempt: { content: object; idempotencyKey: string } | undefined;
  for (;;) {
    const item = await person.persist<Item>('GET', path);
    if (item.allowed.includes(action)) {
      const content = typeof body === 'function' ? await body() : body;
      // The same words with the same key: when only the answer was lost, it is given again and nothing is done twice.
      attempt ??= { content, idempotencyKey: randomUUID() };
      const options = { ifMatch: item.version, idempotencyKey: attempt.idempotencyKey };
      const answer = await person.call('POST', `${path}/${action}`, attempt.content, options).catch(() => undefined);
      if (answer && answer.status < 300) return;
      if (answer && ![409, 412, 502, 503, 504].includes(answer.status)) {
        throw new Error(`${action} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      if (answer && answer.status < 500) attempt = undefined;
    } else if (attempt) {
      return;
    }
    if (Date.now() > until) throw new Error(`${action} of ${path} is not to be had; it is ${item.state}`);
    await pause(100);
  }
}
