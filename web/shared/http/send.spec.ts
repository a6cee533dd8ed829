import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './problem.js';
import { sender } from './send.js';

type Answer = Response | Error;

/** A network that gives these answers one after another and remembers what was sent. */
function network(...answers: Answer[]) {
  const sent: Request[] = [];
  const pauses: number[] = [];
  const send = sender({
    fetch: async (input, init) => {
      sent.push(new Request(new URL(input instanceof Request ? input.url : input, 'http://county.example'), init));
      const answer = answers.shift();
      if (!(answer instanceof Response)) throw answer ?? new Error('no more answers');
      return answer;
    },
    language: () => 'zh-CN',
    online: () => true,
    pause: async (ms) => void pauses.push(ms),
  });
  return { send, sent, pauses };
}

const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });

const caught = async (promise: Promise<unknown>): Promise<ApiProblem> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('expected an ApiProblem');
  return error;
};

describe('sending a request', () => {
  it('carries the language and, when it may change something, the CSRF header', async () => {
    const { send, sent } = network(new Response('{}'), new Response('{}'));
    await send('/api/hotline/service-items');
    await send('/api/hotline/citizen/lookup', { method: 'POST', body: '{}' });
    expect(sent.map((request) => request.headers.get('Accept-Language'))).toEqual(['zh-CN', 'zh-CN']);
    expect(sent.map((request) => request.headers.get('X-Sunline-Csrf'))).toEqual([null, '1']);
  });

  it('turns a problem document into a typed error with its fields', async () => {
    const { send } = network(
      problem(
        422,
        {
          type: 'https://sunline.example/problems/slot-taken',
          title: '该时段已被预约',
          status: 422,
          errors: [{ pointer: '/startAt', detail: '已被占用' }],
          traceId: 'abc',
          alternatives: [1],
        },
        { 'Retry-After': '30' },
      ),
    );
    const error = await caught(send('/x', { method: 'POST' }));
    expect(error).toMatchObject({
      type: 'slot-taken',
      status: 422,
      title: '该时段已被预约',
      errors: [{ pointer: '/startAt', detail: '已被占用' }],
      traceId: 'abc',
      retryAfterSeconds: 30,
      data: { alternatives: [1] },
    });
  });

  it('is not confused by an answer that is no problem document', async () => {
    const { send } = network(new Response('<html>', { status: 500 }));
    expect(await caught(send('/x'))).toMatchObject({ type: 'http-500', status: 500, errors: [] });
  });

  it('tries reading again after a lost connection', async () => {
    const { send, sent, pauses } = network(
      new TypeError('lost'),
      problem(503, { type: 'service-unavailable' }),
      new Response('{}'),
    );
    expect((await send('/x')).ok).toBe(true);
    expect(sent).toHaveLength(3);
    expect(pauses).toEqual([700, 2000]);
  });

  it('never sends a change again by itself without an Idempotency-Key', async () => {
    const { send, sent } = network(new TypeError('lost'), new Response('{}'));
    expect(await caught(send('/x', { method: 'POST' }))).toMatchObject({ type: 'offline', status: 0 });
    expect(sent).toHaveLength(1);
  });

  it('sends a change with an Idempotency-Key again, with the same key and body', async () => {
    const { send, sent } = network(new TypeError('lost'), new Response('{}', { status: 201 }));
    await send('/x', { method: 'POST', body: '{"a":1}', headers: { 'Idempotency-Key': 'k1' } });
    expect(sent.map((request) => request.headers.get('Idempotency-Key'))).toEqual(['k1', 'k1']);
    expect(await Promise.all(sent.map((request) => request.text()))).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('waits for the first try when the second finds it still running', async () => {
    const { send } = network(problem(409, { type: '/problems/still-running' }), new Response('{}', { status: 201 }));
    expect((await send('/x', { method: 'POST', headers: { 'Idempotency-Key': 'k' } })).status).toBe(201);
  });

  it('gives up after three tries and says why', async () => {
    const lost = new TypeError('lost');
    const { send, sent } = network(lost, lost, lost, lost);
    expect(await caught(send('/x'))).toMatchObject({ type: 'offline', isPassing: true });
    expect(sent).toHaveLength(3);
  });

  it('does not repeat what a rule refused', async () => {
    const { send, sent } = network(problem(422, { type: 'rule-broken' }));
    await caught(send('/x', { method: 'POST', headers: { 'Idempotency-Key': 'k' } }));
    expect(sent).toHaveLength(1);
  });
});
