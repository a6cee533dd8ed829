import { expect, test } from '../harness/test.js';
import type { ApiClient } from '../../suite/api-client.js';

interface Filed {
  number: string;
  queryCode: string;
}
interface Row {
  id: string;
  number: string;
  version: number;
}

const REPLY = '您好，路灯已于今天修复。感谢您的监督。';

/** A request that the demo's housing bureau has answered. */
async function answeredRequest(api: (name?: string) => Promise<ApiClient>): Promise<Filed> {
  const filed = await (
    await api()
  ).ask<Filed>('POST', '/api/hotline/citizen/tickets', {
    kind: 'help',
    elements: { what: '新华路路灯不亮', where: '新华路 12 号' },
    contact: { phone: '13812345678', language: 'zh-CN' },
  });
  const operator = await api('operator1');
  const handler = await api('handler1');
  const { items } = await operator.ask<{ items: Row[] }>('GET', '/api/hotline/tickets?limit=100');
  const row = items.find(({ number }) => number === filed.number);
  if (!row) throw new Error(`${filed.number} is not on the list`);
  const { items: units } = await operator.ask<{ items: { id: string; nameZh: string }[] }>(
    'GET',
    '/api/directory/units',
  );
  const unitId = units.find(({ nameZh }) => nameZh.includes('住房'))?.id;
  const path = `/api/hotline/tickets/${row.id}`;
  const dispatched = await operator.ask<Row>('POST', `${path}/dispatch`, { unitId }, { ifMatch: row.version });
  const accepted = await handler.ask<Row>('POST', `${path}/accept`, {}, { ifMatch: dispatched.version });
  await handler.ask('POST', `${path}/reply`, { text: REPLY }, { ifMatch: accepted.version });
  return filed;
}

test('a citizen opens the link of a text message, reads the answer and rates it as unsatisfactory', async ({
  page,
  api,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const { number, queryCode } = await answeredRequest(api);
  await page.goto(`/p/${number}`);
  await expect(page.getByRole('textbox', { name: words('编号', 'Number') })).toHaveValue(number);
  await page.getByRole('textbox', { name: words('查询码', 'Query code') }).fill(queryCode.toLowerCase());
  await lookAt('portal-look-up');
  await checkAccessibility();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: number })).toBeFocused();
  await expect(page.getByText(REPLY)).toBeVisible();
  await expect(page.getByText(words('已答复，请您评价', 'Answered, please rate it'))).toBeVisible();
  await lookAt('portal-progress');
  await checkAccessibility();

  await page.getByRole('link', { name: words('评价办理结果', 'Rate the result') }).click();
  const send = page.getByRole('button', { name: words('提交评价', 'Send the rating') });
  await send.click();
  await expect(page.getByRole('group', { name: words('请改正以下', 'Please correct') })).toBeFocused();

  const worst = page.getByRole('radio', { name: words('很不满意', 'Very dissatisfied'), exact: true });
  await page.locator('label', { has: worst }).click();
  await expect(page.getByText(words('5 个工作日内约您当面谈', 'within 5 working days'))).toBeVisible();
  await page.getByRole('textbox').fill('灯还是不亮');
  await lookAt('portal-rating');
  await checkAccessibility();
  await send.dblclick();

  await expect(page.getByRole('heading', { level: 1, name: words('谢谢您的评价', 'Thank you') })).toBeFocused();
  await checkAccessibility();

  await page.getByRole('link', { name: words('查看进度', 'See progress') }).click();
  await expect(page.getByText('灯还是不亮')).toBeVisible();
  await page.goto('/rating');
  await expect(page.getByText(words('您已经评价过了', 'You have already rated it'))).toBeVisible();
});

test('a satisfied citizen closes the request with the rating', async ({ page, api, words }) => {
  const { number, queryCode } = await answeredRequest(api);
  await page.goto('/rating');
  await page.getByRole('textbox', { name: words('编号', 'Number') }).fill(number);
  await page.getByRole('textbox', { name: words('查询码', 'Query code') }).fill(queryCode);
  await page.keyboard.press('Enter');
  const best = page.getByRole('radio', { name: words('很满意', 'Very satisfied'), exact: true });
  await page.locator('label', { has: best }).click();
  await page.getByRole('button', { name: words('提交评价', 'Send the rating') }).click();
  await expect(page.getByText(words('这件诉求就此办结', 'Your request is now closed'))).toBeVisible();
});

test('a wrong code opens nothing and says so', async ({ page, words, lookAt, checkAccessibility }) => {
  await page.goto('/progress');
  await page.getByRole('textbox', { name: words('编号', 'Number') }).fill('260000019');
  await page.getByRole('textbox', { name: words('查询码', 'Query code') }).fill('AAAAAA');
  await page.getByRole('button', { name: words('查询', 'Look it up') }).click();
  await expect(page.getByRole('group', { name: words('没有查到', 'Not found') })).toBeFocused();
  await lookAt('portal-not-found');
  await checkAccessibility();
});
