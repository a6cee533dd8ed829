import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import twilio from 'twilio';
import { RedirectedClient } from '../../gateway/src/messaging/twilio/redirected-client.js';
import { SimulatorModule } from './simulator.module.js';

const SID = `AC${'0'.repeat(31)}7`;
const TOKEN = 'a-token-for-specs';
const OFFICE = '+861012345000';
const dir = mkdtempSync(join(tmpdir(), 'sunline-simulator-'));

let app: NestFastifyApplication;
async function start(): Promise<string> {
  app = await NestFactory.create<NestFastifyApplication>(SimulatorModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}

/** Twilio's own SDK against the simulator. */
function sdk(url: string, token = TOKEN): twilio.Twilio {
  return twilio(SID, token, { httpClient: new RedirectedClient(url, { timeout: 5_000 }) });
}

let url: string;
beforeAll(async () => {
  Object.assign(process.env, {
    TWILIO_ACCOUNT_SID: SID,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: OFFICE,
    WEBHOOK_URL: 'http://127.0.0.1:1/nobody',
    SIMULATOR_DIR: dir,
    SIMULATOR_STEP_MS: '1',
  });
  url = await start();
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
});

const send = (to: string, body: string) => sdk(url).messages.create({ to, from: OFFICE, body });

describe('the simulator speaks Twilio’s REST', () => {
  it('takes a message, gives it back and lists it by number, the newest first', async () => {
    const first = await send('+8613800000001', '第一条');
    const second = await send('+8613800000001', '第二条');
    await send('+8613800000002', '别人的');
    expect(first).toMatchObject({
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      to: '+8613800000001',
    });
    expect((await sdk(url).messages(first.sid).fetch()).body).toBe('第一条');
    const listed = await sdk(url).messages.list({ to: '+8613800000001', from: OFFICE });
    expect(listed.map((message) => message.sid)).toEqual([second.sid, first.sid]);
  });

  it('lists page after page', async () => {
    for (let n = 0; n < 5; n++) await send('+8613800000003', `${n}`);
    const listed = await sdk(url).messages.list({ to: '+8613800000003', pageSize: 2 });
    expect(listed.map((message) => message.body)).toEqual(['4', '3', '2', '1', '0']);
  });

  it('lists by the day of sending', async () => {
    const to = '+8613800000004';
    await send(to, 'x');
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await sdk(url).messages.list({ to, dateSentAfter: tomorrow })).toHaveLength(0);
  });

  it('refuses with Twilio’s codes', async () => {
    const refused = async (work: Promise<unknown>): Promise<unknown> => {
      const error: unknown = await work.catch((thrown: unknown) => thrown);
      return error instanceof twilio.RestException ? [error.status, error.code] : error;
    };
    expect(await refused(send('12345', 'x'))).toEqual([400, 21211]);
    expect(await refused(send('+8613800000001', 'x'.repeat(1601)))).toEqual([400, 21617]);
    expect(
      await refused(
        sdk(url)
          .messages(`SM${'0'.repeat(32)}`)
          .fetch(),
      ),
    ).toEqual([404, 20404]);
    expect(await refused(sdk(url, 'wrong').messages.list())).toEqual([401, 20003]);
  });
});

describe('the phones', () => {
  it('are kept over a restart, also when the last line was torn', async () => {
    await send('+8613800000009', '还在吗');
    await app.close();
    appendFileSync(join(dir, 'messages.jsonl'), '{"kind":"mess');
    url = await start();
    await send('+8613800000009', '在');
    await app.close();
    url = await start();
    const state: { messages: { phone: string; body: string }[] } = JSON.parse(
      await (await fetch(`${url}/phones`)).text(),
    );
    const kept = state.messages.filter((message) => message.phone === '+8613800000009');
    expect(kept.map((message) => message.body)).toEqual(['还在吗', '在']);
  });

  it('are shown on a page without inline script', async () => {
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('phones.js');
    expect((await fetch(`${url}/phones.js`)).headers.get('content-type')).toContain('javascript');
  });
});
