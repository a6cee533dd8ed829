import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpUnderTest } from './http-under-test.fixture.js';

let http: HttpUnderTest;
let port: number;
beforeAll(async () => {
  http = await HttpUnderTest.start();
  await http.app.listen(0, '127.0.0.1');
  port = Number(new URL(await http.app.getUrl()).port);
});
afterAll(() => http.close());

/** What a server answers to bytes, head and body. */
async function answerTo(bytes: string): Promise<{ head: string; body: Record<string, unknown> }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body: JSON.parse(body) as Record<string, unknown> };
}

describe('what the HTTP parser gives up on', () => {
  it.each([
    [
      'an endless address',
      `GET /api/test?after=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an endless header',
      `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400, 'unreadable'],
    ['a header with a space in its name', 'GET / HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n', 400, 'unreadable'],
  ])('is answered with a problem document: %s', async (_, bytes, status, type) => {
    const { head, body } = await answerTo(bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('Content-Type: application/problem+json');
    expect(body).toMatchObject({ type: `/problems/${type}`, status, title: expect.any(String) });
    expect(body.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
