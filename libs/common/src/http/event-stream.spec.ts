import { Controller, Get, Req, Res } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { Staff, type ActingRequest } from '../auth/access.decorators.js';
import { AUTH_PROVIDERS } from '../auth/auth.providers.js';
import { SessionKeySource } from '../auth/session-keys.js';
import { eventually } from '../testing/eventually.js';
import { staff, TestSessions } from '../testing/test-sessions.js';
import { configureHttp, fastifyOptions } from './configure-http.js';
import { EventStream } from './event-stream.js';
import type { FastifyReply } from 'fastify';

@Controller()
class StreamController {
  constructor(private readonly stream: EventStream) {}

  @Staff()
  @Get('stream')
  open(@Req() request: ActingRequest, @Res() reply: FastifyReply): void {
    this.stream.open(request, reply);
  }
}

const HOUSING = '0190a000-0000-7000-8000-000000000011';
const operator = staff('operator');
const handler = staff('handler', { unitId: HOUSING });

let app: NestFastifyApplication;
let stream: EventStream;
let sessions: TestSessions;
let url: string;

beforeAll(async () => {
  sessions = await TestSessions.create();
  const module = await Test.createTestingModule({
    controllers: [StreamController],
    providers: [...AUTH_PROVIDERS, EventStream],
  })
    .overrideProvider(SessionKeySource)
    .useValue(sessions)
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(fastifyOptions({})), { logger: false });
  configureHttp(app);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/stream`;
  stream = app.get(EventStream);
});
afterAll(() => app.close());

interface Listening {
  readonly response: Response;
  /** All that has arrived so far. */
  readonly text: () => string;
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

async function listen(actor: typeof operator, headers: Record<string, string> = {}): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(url, {
    headers: { ...(await sessions.headersFor(actor)), ...headers },
    signal: abort.signal,
  });
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  return { response, text: () => text, ended: read().catch(() => undefined), leave: () => abort.abort() };
}

/** Of the events; what one may come back with stands alone. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/^id: (.*)\nevent: /gm)].map(([, id]) => id ?? '');
}

describe('the event stream', () => {
  it('tells those who may know, each event with id and type', async () => {
    const [one, two] = await Promise.all([listen(operator), listen(handler)]);
    expect(one.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(one.response.headers.get('x-request-id')).toBeTruthy();
    stream.publish({ id: 'e1', type: 'ticket', data: { id: 't1', text: '一\n二' }, audience: { roles: ['operator'] } });
    stream.publish({ id: 'e2', type: 'ticket', data: {}, audience: { roles: ['leader'], unitIds: [HOUSING] } });
    stream.publish({ id: 'e3', type: 'case', data: {}, audience: {} });
    stream.publish({ id: 'e4', type: 'case', data: {} });
    await eventually(() => expect(idsIn(one.text())).toEqual(['e1', 'e4']));
    await eventually(() => expect(idsIn(two.text())).toEqual(['e2', 'e4']));
    expect(one.text()).toContain('id: e1\nevent: ticket\ndata: {"id":"t1","text":"一\\n二"}\n\n');
    one.leave();
    two.leave();
    await eventually(() => expect(stream.size).toBe(0));
  });

  it('gives one who comes back what they missed, and only what they may know', async () => {
    stream.publish({ id: 'm1', type: 'ticket', data: {} });
    stream.publish({ id: 'm2', type: 'ticket', data: {}, audience: { unitIds: [HOUSING] } });
    stream.publish({ id: 'm3', type: 'ticket', data: {} });
    const [back, other] = await Promise.all([
      listen(handler, { 'last-event-id': 'm1' }),
      listen(operator, { 'last-event-id': 'm1' }),
    ]);
    await eventually(() => expect(idsIn(back.text())).toEqual(['m2', 'm3']));
    await eventually(() => expect(idsIn(other.text())).toEqual(['m3']));
    back.leave();
    other.leave();
  });

  it('gives one who left before anything happened what happened since', async () => {
    const first = await listen(operator);
    await eventually(() => expect(first.text()).toMatch(/\nid: .+\n\n$/));
    const id = /\nid: (.+)\n\n$/.exec(first.text())?.[1] ?? '';
    first.leave();
    stream.publish({ id: 'n1', type: 'ticket', data: {} });
    const back = await listen(operator, { 'last-event-id': id });
    await eventually(() => expect(idsIn(back.text())).toEqual(['n1']));
    back.leave();
  });

  it('tells one who was away too long to read everything anew', async () => {
    const late = await listen(operator, { 'last-event-id': 'of-yesterday' });
    await eventually(() => expect(late.text()).toContain('event: reset\n'));
    late.leave();
  });

  it('is not open to those who are not signed in', async () => {
    const refused = await fetch(url);
    expect(await refused.json()).toMatchObject({ status: 401, type: '/problems/unauthenticated' });
  });

  it('takes no event that would break its lines', () => {
    expect(() => stream.publish({ id: 'a\nb', type: 'ticket', data: {} })).toThrow('one line');
  });

  it('ends for all when the service stops', async () => {
    const listening = await listen(operator);
    stream.beforeApplicationShutdown();
    await listening.ended;
    expect(stream.size).toBe(0);
  });
});
