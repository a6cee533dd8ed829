import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EN, HttpUnderTest } from './http-under-test.fixture.js';

let http: HttpUnderTest;
beforeAll(async () => {
  http = await HttpUnderTest.start();
});
afterAll(() => http.close());

describe('every answer', () => {
  it('carries the request id that was sent, or a new one in place of a malformed one', async () => {
    const payload = { elements: { what: '路灯' } };
    const sent = await http.call('POST', '', { payload, headers: { 'x-request-id': 'trace-12345678' } });
    expect(sent.headers['x-request-id']).toBe('trace-12345678');
    expect(sent.body).toMatchObject({ requestId: 'trace-12345678', origin: '127.0.0.1' });
    const made = await http.call('POST', '', { payload, headers: { 'x-request-id': 'a\tb' } });
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.body.requestId).toBe(made.headers['x-request-id']);
  });

  it('is not stored nor sniffed, and has an ETag where it has a version', async () => {
    const { headers } = await http.call('POST', '', { payload: { elements: { what: '路灯' } } });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', etag: '"3"' });
  });
});

describe('a route that is called too often from one address', () => {
  it('says when to come back, and only there', async () => {
    expect([(await http.call('POST', 'often')).status, (await http.call('POST', 'often')).status]).toEqual([201, 201]);
    const { status, headers, body } = await http.call('POST', 'often', { headers: EN });
    expect([status, body.type]).toEqual([429, '/problems/too-many-requests']);
    expect(headers['retry-after']).toMatch(/^(60|59)$/);
    expect(body.detail).toMatch(/^Try again in \d+ seconds\.$/);
    expect((await http.call('POST', 'anybody')).status).toBe(201);
    const other = await http.app.inject({ method: 'POST', url: '/api/test/things/often', remoteAddress: '10.9.8.7' });
    expect(other.statusCode).toBe(201);
  });
});
