import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../libs/common/src/testing/eventually.js';
import { RunningSuite } from '../suite/running-suite.js';
import { count } from './counts.js';

jest.setTimeout(300_000);

const PHONE = '+8613600003333';
const BOOKED = `SELECT count(*) AS n FROM booking WHERE channel = 'sms' AND state = $1`;
/** Item, site, time, yes; and the first word. */
const MOST_MESSAGES = 6;

interface Message {
  readonly phone: string;
  readonly inbound: boolean;
  readonly body: string;
}

describe('kill -9 of appointments in the middle of a dialogue by text message', () => {
  let suite: RunningSuite;
  let phones: string;
  beforeAll(async () => {
    suite = await RunningSuite.start();
    phones = suite.suite.urlOf('simulator');
  });
  afterAll(() => suite.stop());

  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${phones}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  };
  /** What the citizen was answered, the oldest first. */
  const answers = async (): Promise<string[]> => {
    const { messages } = (await (await fetch(`${phones}/phones`)).json()) as { messages: Message[] };
    return messages.filter(({ phone, inbound }) => phone === PHONE && !inbound).map(({ body }) => body);
  };

  it('every message has its one answer, and one booking is made', async () => {
    const before = await count(suite, 'appointments', BOOKED, ['confirmed']);
    await post('/phones', { number: PHONE });
    let last = '';
    for (let sent = 1; sent <= MOST_MESSAGES && !last.includes('已预约'); sent += 1) {
      await post(`/phones/${encodeURIComponent(PHONE)}/messages`, { text: sent === 1 ? '预约' : '1' });
      // While the time is held, and while it is booked.
      if (/选时间|1确认/.test(last)) await suite.killAndHeal('appointments');
      last = await eventually(
        async () => {
          const all = await answers();
          expect(all).toHaveLength(sent);
          return all.at(-1) ?? '';
        },
        { timeoutMs: 90_000 },
      );
    }
    expect(last).toContain('已预约');
    expect(await count(suite, 'appointments', BOOKED, ['confirmed'])).toBe(before + 1);
    expect(await count(suite, 'appointments', BOOKED, ['held'])).toBe(0);
  });
});
