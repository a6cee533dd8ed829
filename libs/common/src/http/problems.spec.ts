import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EN, HttpUnderTest } from './http-under-test.fixture.js';

let http: HttpUnderTest;
beforeAll(async () => {
  http = await HttpUnderTest.start();
});
afterAll(() => http.close());

describe('a domain error', () => {
  it('becomes a problem of its type with its data', async () => {
    const { status, body } = await http.call('GET', 'throws?what=taken');
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problems/slot-taken', title: '该时段已被预约', alternatives: ['9:00'] });
  });

  it('of a broken rule has the rule’s name and its own text', async () => {
    const { body } = await http.call('GET', 'throws?what=rule', { headers: EN });
    expect(body).toMatchObject({
      status: 422,
      type: '/problems/rule-broken',
      rule: 'one-extension',
      title: 'One extension only',
      detail: 'asked for 2',
    });
  });

  it('of a stale version says the current one', async () => {
    expect((await http.call('GET', 'throws?what=stale')).body).toMatchObject({ status: 412, current: 7 });
  });

  it('nobody has a text for still says what it is', async () => {
    expect((await http.call('GET', 'throws?what=unheard')).body).toMatchObject({
      type: '/problems/from-another-service',
      title: '请求未被接受',
    });
  });
});

describe('what nobody foresaw', () => {
  it.each([
    ['bug', 500],
    ['constraint', 500],
    ['uuid', 404],
    ['number', 400],
    ['deadlock', 503],
    ['timeout', 503],
    ['away', 503],
  ])('shows nothing of its inside: %s', async (what, expected) => {
    const { status, headers, body } = await http.call('GET', `throws?what=${what}`);
    expect(status).toBe(expected);
    expect(JSON.stringify(body)).not.toMatch(/secret|words|SELECT|ECONN/);
    expect(headers['retry-after']).toEqual(expected === 503 ? expect.any(String) : undefined);
  });
});
