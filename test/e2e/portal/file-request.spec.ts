import { expect, test } from '../harness/test.js';
import { Filing } from './filing.js';

const FILED = '**/api/hotline/citizen/tickets';

test('a citizen files a request, one thing per page, and takes a number and a query code home', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const filing = new Filing(page, words);
  await page.goto('/');
  await page.getByRole('link', { name: words('提交诉求', 'Send a request') }).click();

  await expect(page.getByText(words('第 1 步，共 4 步', 'Step 1 of 4'))).toBeVisible();
  await page.locator('label', { has: filing.kind('投诉', 'Complaint') }).click();
  await page.getByRole('combobox').selectOption({ index: 1 });
  await lookAt('portal-request-1');
  await checkAccessibility();
  await filing.continueButton.click();

  await expect(filing.heading('发生了什么事', 'What happened?')).toBeFocused();
  await expect(page.getByText(words('还未提供：何人、何因、何物、何果', 'Not provided yet: Who'))).toBeVisible();
  await filing.what.fill('小区暖气一周不热');
  await filing.where.fill('城关镇幸福小区 3 幢');
  await page.getByText(words('补充更多', 'Add more')).click();
  await page.getByRole('textbox', { name: words('何果', 'With what result') }).fill('老人和孩子受冻');
  await lookAt('portal-request-2');
  await checkAccessibility();
  await filing.continueButton.click();

  await filing.phone.fill('138 1234 5678');
  await lookAt('portal-request-3');
  await checkAccessibility();
  await filing.continueButton.click();

  await expect(page.getByText('小区暖气一周不热')).toBeVisible();
  await expect(page.getByText(words('何时、何人、何因、何物未提供', 'Not provided: When, Who, Why'))).toBeVisible();
  await lookAt('portal-request-4');
  await checkAccessibility();
  await filing.sendButton.click();

  await expect(filing.done).toBeFocused();
  await expect(page.locator('.receipt-number')).toHaveText(/^\d{9,}$/);
  await expect(page.locator('.receipt-code')).toHaveText(/^[0-9A-Z]{6}$/);
  await expect(page.getByRole('link', { name: '12345', exact: true })).toBeVisible();
  await lookAt('portal-request-done');
  await checkAccessibility();

  const number = await page.locator('.receipt-number').textContent();
  await page.reload();
  await expect(page.locator('.receipt-number')).toHaveText(number ?? '');
});

test('a report of misconduct explains who may see the identity', async ({ page, words, checkAccessibility }) => {
  const filing = new Filing(page, words);
  await page.goto('/request');
  await page.locator('label', { has: filing.kind('举报', 'Report of misconduct') }).click();
  await filing.continueButton.click();
  await filing.what.fill('某单位违规收费');
  await filing.where.fill('城关镇');
  await filing.continueButton.click();
  await expect(page.getByText(words('您的身份会保密', 'Your identity is kept secret'))).toBeVisible();
  await checkAccessibility();
});

test('what is missing is said on top, takes the focus, leads to its field, and is said again there', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const filing = new Filing(page, words);
  await page.goto('/request');
  await filing.continueButton.click();
  const summary = page.getByRole('group', { name: words('请改正以下', 'Please correct') });
  await expect(summary).toBeFocused();
  await page.locator('label', { has: filing.kind('咨询', 'Consultation') }).click();
  await expect(summary).toBeHidden();
  await filing.continueButton.click();

  await filing.what.waitFor();
  await filing.continueButton.click();
  await expect(summary).toBeFocused();
  const whereMissing = words('请写明何地：在哪里', 'Say where it is');
  await summary.getByRole('link', { name: whereMissing }).click();
  await expect(filing.where).toBeFocused();
  await expect(filing.where).toHaveAccessibleDescription(new RegExp(whereMissing));
  await expect(filing.where).toHaveAttribute('aria-invalid', 'true');
  await lookAt('portal-request-errors');
  await checkAccessibility();

  await filing.where.fill('城关镇');
  await expect(summary.getByRole('link')).toHaveCount(1);
});

test('nothing typed is lost by a reload, and nobody skips a step', async ({ page, words }) => {
  const filing = new Filing(page, words);
  await page.goto('/request/check');
  await expect(page).toHaveURL(/\/request$/);
  await page.locator('label', { has: filing.kind('建议', 'Suggestion') }).click();
  await filing.continueButton.click();
  await filing.what.fill('建议在公园增加路灯');
  await page.reload();
  await expect(filing.what).toHaveValue('建议在公园增加路灯');
  await page.getByRole('link', { name: words('上一步', 'Back'), exact: true }).click();
  await expect(filing.kind('建议', 'Suggestion')).toBeChecked();
});

test('the whole form works by keyboard alone', async ({ page, words }) => {
  const filing = new Filing(page, words);
  /** Presses Tab until the focus is where it is wanted. */
  const tabTo = async (name: string, target: ReturnType<typeof page.locator>) => {
    for (let presses = 0; presses < 25; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}`);
  };

  await page.goto('/');
  await tabTo('the first action', page.getByRole('link', { name: words('提交诉求', 'Send a request') }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/request$/);

  await tabTo('the kinds', filing.kind('咨询', 'Consultation'));
  await page.keyboard.press('ArrowDown');
  await expect(filing.kind('求助', 'Help')).toBeChecked();
  await tabTo('continue', filing.continueButton);
  await page.keyboard.press('Enter');

  await tabTo('what', filing.what);
  await page.keyboard.insertText('路灯不亮，夜里看不清路');
  await tabTo('where', filing.where);
  await page.keyboard.insertText('新华路');
  await page.keyboard.press('Enter');

  await tabTo('telephone', filing.phone);
  await page.keyboard.insertText('13812345678');
  await page.keyboard.press('Enter');

  await tabTo('send', filing.sendButton);
  await page.keyboard.press('Space');
  await expect(filing.done).toBeFocused();
});

test('a double click sends one request', async ({ page, words }) => {
  const filing = new Filing(page, words);
  await filing.fillUntilCheck('双击提交的诉求');
  let sent = 0;
  await page.route(FILED, async (route) => {
    sent += 1;
    await route.continue();
  });
  await filing.sendButton.dblclick();
  await expect(filing.done).toBeVisible();
  expect(sent).toBe(1);
});

test('an answer lost on the way is asked for again with the same key, and the request is registered once', async ({
  page,
  words,
}) => {
  const filing = new Filing(page, words);
  await filing.fillUntilCheck('答复在路上丢失的诉求');
  const keys: (string | null)[] = [];
  const numbers: string[] = [];
  await page.route(FILED, async (route) => {
    keys.push(await route.request().headerValue('Idempotency-Key'));
    const answer = await route.fetch();
    const { number }: { number: string } = await answer.json();
    numbers.push(number);
    await (numbers.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }));
  });
  await filing.sendButton.click();
  await expect(filing.done).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(new Set(numbers).size).toBe(1);
  await expect(page.locator('.receipt-number')).toHaveText(numbers[0] ?? '');
});

test('without a network it says so, keeps everything, and goes on when the network is back', async ({
  page,
  context,
  words,
  checkAccessibility,
}) => {
  const filing = new Filing(page, words);
  await filing.fillUntilCheck('断网时提交的诉求');
  await context.setOffline(true);
  await expect(page.getByText(words('现在没有网络', 'You are offline'))).toBeVisible();
  await filing.sendButton.click();
  const notice = page.getByRole('group', { description: words('网络连接中断', 'The connection is lost') });
  await expect(notice).toBeFocused();
  await expect(page.getByText('断网时提交的诉求')).toBeVisible();
  await checkAccessibility();

  await context.setOffline(false);
  await filing.sendButton.click();
  await expect(filing.done).toBeVisible();
});
