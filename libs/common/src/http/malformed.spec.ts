import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EN, HttpUnderTest } from './http-under-test.fixture.js';

let http: HttpUnderTest;
beforeAll(async () => {
  http = await HttpUnderTest.start();
});
afterAll(() => http.close());

describe('a request that is not well formed', () => {
  it('names every fault with its place, in Chinese', async () => {
    const payload = {
      score: 9,
      elements: { what: '太长的一句话' },
      tasks: [{ how: 'phone' }, { how: 'fax', by: 1 }],
      x: 1,
    };
    const { status, headers, body } = await http.call('POST', '', { payload });
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: '/problems/malformed', title: '提交的内容有误', status: 400 });
    expect(body.traceId).toBe(headers['x-request-id']);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/x', rule: 'whitelistValidation', values: [], detail: '未知的字段' },
        { pointer: '/score', rule: 'max', values: [5], detail: '不能大于 5' },
        { pointer: '/elements/what', rule: 'maxLength', values: [5], detail: '最多 5 个字符' },
        { pointer: '/tasks/1/by', rule: 'whitelistValidation', values: [], detail: '未知的字段' },
        { pointer: '/tasks/1/how', rule: 'isIn', values: [['phone', 'visit']], detail: '应为以下之一：phone、visit' },
      ]),
    );
  });

  it('says that a missing field is required, in English', async () => {
    const { body } = await http.call('POST', '', { payload: {}, headers: EN });
    expect(body.errors).toEqual([{ pointer: '/elements', rule: 'required', values: [], detail: 'is required' }]);
  });

  it.each(['[]', '[[]]', '[{"what":"a"}]'])('says that %s is no object where one is wanted', async (list) => {
    const headers = { ...EN, 'content-type': 'application/json' };
    const { body } = await http.call('POST', '', { payload: `{"elements":${list}}`, headers });
    expect(body.errors).toContainEqual({
      pointer: '/elements',
      rule: 'nestedValidation',
      values: [],
      detail: 'must be an object',
    });
  });

  it('says that a list within a list is no object', async () => {
    const payload = { elements: { what: 'a' }, tasks: [{ how: 'phone' }, []] };
    const { body } = await http.call('POST', '', { payload, headers: EN });
    expect(body.errors).toEqual([
      { pointer: '/tasks/1', rule: 'nestedValidation', values: [], detail: 'must be an object' },
    ]);
  });

  it.each([
    ['no body', undefined, 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['broken JSON', '{"elements":', 400],
    ['a NUL', '{"elements":{"what":"a\\u0000"}}', 400],
    ['half a surrogate pair', '{"elements":{"what":"\\ud800"}}', 400],
    ['a poisoned prototype', '{"__proto__":{"admin":true}}', 400],
    ['bottomless nesting', '['.repeat(100_000) + ']'.repeat(100_000), 400],
    ['more than 256 KiB', JSON.stringify({ elements: { what: 'a'.repeat(256 * 1024) } }), 413],
  ])('refuses %s', async (_, payload, expected) => {
    const { status, body } = await http.call('POST', '', {
      headers: { 'content-type': 'application/json' },
      ...(payload === undefined ? {} : { payload }),
    });
    expect(status).toBe(expected);
    expect(body).toMatchObject({ status: expected, type: expect.stringMatching(/^\/problems\//) });
  });

  it.each([
    ['what is no JSON', '{"elements":'],
    ['an empty body', ''],
    ['a form cut off', '"'],
  ])('says that %s is no JSON', async (_, payload) => {
    const { status, body } = await http.call('POST', '', {
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect([status, body.type]).toEqual([400, '/problems/malformed']);
    expect(body.errors).toEqual([{ pointer: '', rule: 'json', values: [], detail: '不是有效的 JSON' }]);
  });

  it('names a member that passes for a class as the unknown field it is', async () => {
    for (const elements of [{ what: { constructor: 1 } }, { what: 'ok', constructor: { name: 'x' } }]) {
      const { status, body } = await http.call('POST', '', { payload: { elements } });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ rule: 'whitelistValidation' }]);
    }
  });

  it('refuses forms and unknown content types', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/xml']) {
      const { status, body } = await http.call('POST', '', { headers: { 'content-type': type }, payload: 'a=1' });
      expect([type, status, body.type]).toEqual([type, 415, '/problems/unsupported-media-type']);
    }
  });

  it('refuses wrong and unknown query fields', async () => {
    expect((await http.call('GET', '?limit=101')).body.errors).toMatchObject([{ pointer: '?limit', rule: 'max' }]);
    expect((await http.call('GET', '?sort=name')).body.errors).toMatchObject([{ pointer: '?sort' }]);
    expect((await http.call('GET', '?limit=2&limit=3')).status).toBe(400);
    expect((await http.call('GET', '?after=%00')).body.errors).toMatchObject([{ pointer: '?after', rule: 'storable' }]);
    expect((await http.call('GET', '?limit=7')).body).toEqual({ limit: 7 });
  });

  it('finds nothing under an id that is none, under an unknown path or a malformed one', async () => {
    expect((await http.call('GET', 'thrown/42')).body.type).toBe('/problems/not-found');
    expect((await http.call('GET', '/api/test/nowhere')).body.type).toBe('/problems/route-not-found');
    const { status, headers, body } = await http.call('GET', '/api/test/%zz');
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.type).toBe('/problems/unreadable');
  });
});
