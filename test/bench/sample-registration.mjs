// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { registrationStatement } from '../../dist/apps/hotline/src/registration/registration.statement.js';

const SEALED = Buffer.alloc(60, 7).toString('base64');
const FINGERPRINT = createHash('sha256').update('bench').digest('base64url');

const ELEMENTS = {
  when: '昨晚十点以后',
  where: '向阳街道幸福路12号院南门',
  who: '施工单位',
  what: '夜间施工噪声扰民，连续三天到凌晨两点，影响老人和孩子休息',
  why: null,
  which: '混凝土泵车',
  result: '希望夜间停止施工',
};

/** @returns {string} a request as the console sends it */
export function requestBody() {
  return BODY;
}
const BODY = JSON.stringify({
  kind: 'help',
  channel: 'telephone',
  serviceItemCode: process.env.BENCH_SERVICE_ITEM ?? undefined,
  elements: ELEMENTS,
  contact: { name: '测试', phone: '13800000000', language: 'zh-CN' },
});

/**
 * The statement that registering such a request runs, with its values: what pgbench sends for the ceiling.
 * @param {string} databaseUrl
 * @param {{ number: string, key: string }} fresh texts for what is new in every request
 * @returns {Promise<{ text: string, values: unknown[] }>}
 */
export async function sampleRegistration(databaseUrl, fresh) {
  const now = new Date();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT code FROM service_item LIMIT 1');
    const later = new Date(now.getTime() + 86_400_000);
    const id = randomUUID();
    const actor = /** @type {const} */ ({
      kind: 'staff',
      id: randomUUID(),
      name: 'operator1',
      roles: ['operator'],
      unitId: randomUUID(),
    });
    const point = (/** @type {'remind' | 'yellow' | 'red'} */ act) => ({ at: later.toISOString(), act });
    return registrationStatement(
      {
        ticket: {
          id,
          number: fresh.number,
          codeFingerprint: FINGERPRINT,
          kind: 'help',
          channel: 'telephone',
          state: 'registered',
          serviceItemCode: rows[0]?.code ?? null,
          subject: ELEMENTS.what,
          elements: ELEMENTS,
          confidential: false,
          greenChannel: false,
          language: 'zh-CN',
          registeredBy: actor.id,
          registeredAt: now,
        },
        contact: {
          sealedName: SEALED,
          sealedPhone: SEALED,
          phoneFingerprint: FINGERPRINT,
          receivesText: true,
        },
        transfer: {
          startedAt: now,
          dueAt: later,
          nearAt: later,
          points: [point('remind'), point('yellow'), point('red')],
        },
        ledger: {
          itemType: 'ticket',
          itemId: id,
          action: 'registered',
          actor,
          at: now,
          detail: { number: fresh.number, kind: 'help', channel: 'telephone', to: 'registered' },
        },
        registered: {
          ticketId: id,
          number: fresh.number,
          kind: 'help',
          channel: 'telephone',
          confidential: false,
          registeredAt: now.toISOString(),
        },
        sms: {
          messageId: randomUUID(),
          sealedTo: SEALED,
          template: 'registered',
          language: 'zh-CN',
          sealedValues: SEALED,
          aboutId: id,
        },
        answer: { id, number: fresh.number, sealedCode: SEALED, state: 'registered', version: 1, missing: ['why'] },
      },
      {
        caller: actor.id,
        key: fresh.key,
        route: 'POST /api/hotline/tickets',
        bodyHash: createHash('sha256').update(BODY).digest(),
      },
    );
  } finally {
    await client.end();
  }
}
