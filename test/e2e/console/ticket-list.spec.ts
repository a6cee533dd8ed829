import { expect, test } from '../harness/test.js';

test('a list that comes back shows what came while one was elsewhere', async ({ page, signIn, api, words }) => {
  await signIn('operator1');
  await page.goto('/console/tickets');
  const list = page.getByRole('list', { name: words('诉求', 'Requests'), exact: true });
  const menu = page.getByRole('navigation').first();
  const toList = menu.getByRole('link', { name: words('诉求', 'Requests'), exact: true });
  await expect(list).toBeVisible();
  await menu.getByRole('link', { name: words('登记诉求', 'Register'), exact: true }).click();
  await expect(list).toBeHidden();

  const operator = await api('operator1');
  const { number } = await operator.ask<{ number: string }>('POST', '/api/hotline/tickets', {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements: { when: null, where: '滨河路', who: null, what: '井盖松动', why: null, which: null, result: null },
    contact: { phone: '13812345655', language: 'zh-CN' },
  });
  await toList.click();
  await expect(list.getByRole('link').filter({ hasText: number })).toBeVisible();
});

test('a list tells of what came between its reading and the opening of the line', async ({
  page,
  signIn,
  api,
  words,
}) => {
  await signIn('operator1');
  let open: () => void = () => undefined;
  const mayOpen = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/api/hotline/stream', async (route) => {
    await mayOpen;
    await route.continue();
  });
  await page.goto('/console/tickets');
  const list = page.getByRole('list', { name: words('诉求', 'Requests'), exact: true });
  const live = page.getByText(words('实时更新', 'Live'), { exact: true });
  await expect(list.getByRole('link').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);

  const operator = await api('operator1');
  const { number } = await operator.ask<{ number: string }>('POST', '/api/hotline/tickets', {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements: { when: null, where: '滨河路', who: null, what: '护栏缺失', why: null, which: null, result: null },
    contact: { phone: '13812345656', language: 'zh-CN' },
  });
  await expect(live).toBeHidden();
  await expect(list.getByRole('link').filter({ hasText: number })).toHaveCount(0);
  open();
  // What is new waits on top, as ever, until somebody asks to see it.
  await page.getByRole('button', { name: words('1 条新诉求，点击显示', '1 new request, press to show') }).click();
  await expect(list.getByRole('link').filter({ hasText: number })).toBeVisible();
});
