import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@app/common/testing/eventually.js';
import { DEMO_PASSWORD } from '../directory/demo-people.js';
import { runGateway, type RunningGateway } from '../testing/running-gateway.js';

const LINE = `${'x'.repeat(1023)}\n`;
const LONG_LINES = 2_000;

/** What the hotline would see and say, without the hotline. */
class BehindTheBorder {
  readonly requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  /** Answers that go on until somebody ends them. */
  readonly streams = new Set<ServerResponse>();
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, reply) => void this.answer(request, reply));
    await new Promise<void>((listening) => this.server?.listen(0, '127.0.0.1', listening));
    const address = this.server.address() as AddressInfo | null;
    return `http://127.0.0.1:${address?.port}`;
  }

  stop(): Promise<void> {
    this.server?.closeAllConnections();
    return new Promise((closed) => {
      this.server?.close(() => closed());
    });
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.requests.push({ method, url, headers, body });
    if (url.endsWith('/stream')) {
      this.streams.add(reply);
      reply.on('close', () => this.streams.delete(reply));
      reply.writeHead(200, { 'Content-Type': 'text/event-stream' });
      reply.write('id: 1\nevent: ticket\ndata: {}\n\n');
      return;
    }
    if (url.endsWith('/silent')) {
      this.streams.add(reply);
      reply.on('close', () => this.streams.delete(reply));
      return;
    }
    if (url.endsWith('/long')) {
      reply.writeHead(200, { 'Content-Type': 'text/csv' });
      for (let i = 0; i < LONG_LINES; i += 1) reply.write(LINE);
      reply.end();
      return;
    }
    if (url.endsWith('/broken')) {
      reply.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100', ETag: '"4"' });
      reply.write('{"id":', () => reply.destroy());
      return;
    }
    if (url.endsWith('/nothing')) {
      reply.writeHead(204).end();
      return;
    }
    if (url.endsWith('/busy')) {
      reply.writeHead(503, { 'Retry-After': '7', 'Content-Type': 'application/problem+json' });
      reply.end('{"type":"/problems/service-unavailable"}');
      return;
    }
    reply.writeHead(201, { 'Content-Type': 'application/json', ETag: '"3"' });
    reply.end('{"id":"1"}');
  }
}

const behind = new BehindTheBorder();
let starting: Promise<RunningGateway> | undefined;
let gateway: RunningGateway;
let webRoot: string;
let cookie: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'sunline-web-'));
  for (const folder of ['portal/assets', 'console/assets']) mkdirSync(join(webRoot, folder), { recursive: true });
  const script = '/* portal */'.repeat(200);
  writeFileSync(join(webRoot, 'portal/index.html'), '<!doctype html><title>portal</title>');
  writeFileSync(join(webRoot, 'portal/assets/main-12345678.js'), script);
  writeFileSync(join(webRoot, 'portal/assets/main-12345678.js.br'), brotliCompressSync(script));
  writeFileSync(
    join(webRoot, 'console/index.html'),
    '<!doctype html><meta nonce="__CSP_NONCE__"><title>console</title>',
  );
  writeFileSync(join(webRoot, 'secret.txt'), 'secret');
  const hotline = await behind.start();
  starting = runGateway({ HOTLINE_URL: hotline, APPOINTMENTS_URL: 'http://127.0.0.1:1', WEB_ROOT: webRoot });
  gateway = await starting;
  const answer = await fetch(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'operator1', password: DEMO_PASSWORD }),
  });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(async () => {
  // Also one that was still starting when `beforeAll` ran out of time: left behind, it would keep Jest from ending.
  await starting?.then(
    (started) => started.close(),
    () => undefined,
  );
  await behind.stop();
  rmSync(webRoot, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(gateway.url + path, { headers, redirect: 'manual' });

describe('requests to the services', () => {
  it('are passed on as they are, with cookie, query, body and answer', async () => {
    const body = '{"kind":"help", "n": 1}';
    const answer = await fetch(`${gateway.url}/api/hotline/tickets?after=%7B1%7D`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k1', cookie },
      body,
    });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([201, '"3"', '{"id":"1"}']);
    const seen = behind.requests.at(-1);
    expect(seen).toMatchObject({ method: 'POST', url: '/api/hotline/tickets?after=%7B1%7D', body });
    expect(seen?.headers).toMatchObject({ 'idempotency-key': 'k1', cookie });
  });

  it('carry our request id and the caller’s address, not what the caller claims', async () => {
    const answer = await get('/api/hotline/x', { 'X-Real-IP': '1.2.3.4', Forwarded: 'for=1.2.3.4' });
    const seen = behind.requests.at(-1)?.headers;
    expect(seen?.['x-request-id']).toBe(answer.headers.get('x-request-id'));
    expect(seen?.['x-forwarded-for']).toBe('127.0.0.1');
    expect(seen?.['x-real-ip']).toBeUndefined();
    expect(seen?.forwarded).toBeUndefined();
  });

  it('with a forged session arrive without one', async () => {
    await get('/api/hotline/x', { cookie: 'theme=dark; sunline_session=forged.token.here' });
    expect(behind.requests.at(-1)?.headers.cookie).toBe('theme=dark');
  });

  it('get a 503 problem with Retry-After while the service is away, and its own 503 untouched', async () => {
    const away = await get('/api/appointments/rooms', { cookie, 'Accept-Language': 'en' });
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('2');
    expect(await away.json()).toMatchObject({ type: '/problems/service-unavailable', status: 503 });
    const before = behind.requests.length;
    const busy = await get('/api/hotline/busy', { cookie });
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
    expect(behind.requests.length).toBe(before + 1);
  });

  it('cannot leave their service by the path', async () => {
    const before = behind.requests.length;
    await get('/api/hotline/..%2f..%2fmetrics');
    expect(behind.requests.slice(before).every(({ url }) => url.startsWith('/api/hotline/'))).toBe(true);
    expect(behind.requests.slice(before).some(({ url }) => url.includes('..'))).toBe(false);
  });

  it('are answered in full length, with a body or without', async () => {
    expect(await (await get('/api/hotline/long')).text()).toBe(LINE.repeat(LONG_LINES));
    const nothing = await get('/api/hotline/nothing');
    expect([nothing.status, await nothing.text()]).toEqual([204, '']);
    const head = await fetch(`${gateway.url}/api/hotline/x`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([201, '"3"', '']);
  });

  it('whose answer breaks off get a 503 problem with nothing of it', async () => {
    const answer = await get('/api/hotline/broken');
    expect([answer.status, answer.headers.get('etag')]).toEqual([503, null]);
    expect(await answer.json()).toMatchObject({ type: '/problems/service-unavailable' });
  });

  it('with a body that is too long are refused here', async () => {
    const before = behind.requests.length;
    const answer = await fetch(`${gateway.url}/api/hotline/x`, { method: 'POST', body: 'x'.repeat(300 * 1024) });
    expect([answer.status, behind.requests.length]).toEqual([413, before]);
  });

  it('end behind the border too when the caller does not wait for the answer', async () => {
    const caller = new AbortController();
    const answer = fetch(`${gateway.url}/api/hotline/silent`, { signal: caller.signal }).catch(() => 'given up');
    await eventually(() => expect(behind.streams.size).toBe(1));
    caller.abort();
    expect(await answer).toBe('given up');
    await eventually(() => expect(behind.streams.size).toBe(0));
  });

  it('for events are streamed, and end behind the border when the browser goes', async () => {
    const browser = new AbortController();
    const answer = await fetch(`${gateway.url}/api/hotline/stream`, { headers: { cookie }, signal: browser.signal });
    const first = await answer.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toContain('event: ticket');
    expect(behind.streams.size).toBe(1);
    browser.abort();
    await eventually(() => expect(behind.streams.size).toBe(0));
  });
});

describe('the web', () => {
  it('gives the portal’s page for its paths, never cached without asking', async () => {
    for (const path of ['/', '/progress']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await answer.text()).toContain('portal');
    }
  });

  it('gives files named by their content for ever, compressed as the build has done it', async () => {
    const answer = await get('/assets/main-12345678.js', { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(await answer.text()).toContain('/* portal */');
  });

  it('gives the console’s page with a nonce of its own in each answer', async () => {
    expect((await get('/console')).headers.get('location')).toBe('/console/');
    const answers = [await get('/console/'), await get('/console/tickets/1')];
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
        expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).not.toContain('__CSP_NONCE__');
  });

  it('gives nothing outside its folders, and a problem for what is not there', async () => {
    for (const path of ['/%2e%2e/secret.txt', '/..%2fsecret.txt', '/secret.txt', '/assets/none.js', '/api/nothing']) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('says on every answer that no inline script runs and nobody frames it', async () => {
    for (const path of ['/', '/api/session', '/api/hotline/x', '/assets/none.js']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('keeps figures inside', async () => {
    expect((await get('/metrics', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404);
    expect((await get('/metrics')).status).toBe(200);
  });
});
