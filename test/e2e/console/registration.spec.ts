import { expect, test } from '../harness/test.js';
import { chooseServiceItem } from './service-item.js';

test('an operator registers a request by keyboard alone, reads out number and code, and takes the next', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('operator1');
  await page.goto('/console/register');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const first = page.getByRole('radio', { name: words('咨询', 'Consultation') });
  await expect(first).toBeFocused();

  // Sent too early: the summary takes the focus and names what is missing.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: words('需要更正', 'to put right') })).toBeFocused();
  await checkAccessibility();

  await first.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: words('求助', 'Help') })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: words('服务事项', 'Service item') })).toBeFocused();
  await chooseServiceItem(page, words('道路', 'roads'));
  await expect(page.getByText(words('主办单位：', 'lead unit: '))).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(words('三号楼电梯停了三天', 'The lift of building 3 has stood still for three days'));
  await page.keyboard.press('Tab');
  await page.keyboard.type(words('阳光新城小区', 'Sunny New Town estate'));
  const missing = page.getByRole('region', { name: words('七要素', 'Seven elements') });
  await expect(missing).toContainText(words('还缺 5 项', '5 missing'));

  // A reload in the middle of the call loses nothing.
  await page.reload();
  await expect(page.getByRole('textbox', { name: words('何地', 'Where') })).toHaveValue(
    words('阳光新城小区', 'Sunny New Town estate'),
  );
  await page.getByRole('textbox', { name: words('联系电话', 'Phone number') }).focus();
  await page.keyboard.type('13812345678');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { level: 1, name: words('已登记', 'Registered') })).toBeFocused();
  await expect(page.getByTestId('ticket-number')).toHaveText(/^\d{9}$/);
  await expect(page.getByTestId('query-code')).toHaveText(/^[A-Z0-9]{6}$/);
  await checkAccessibility();
  await lookAt('console-registered');

  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: words('登记诉求', 'Register a request') })).toBeVisible();
  await expect(page.getByRole('textbox', { name: words('何地', 'Where') })).toHaveValue('');
  await expect(first).toBeFocused();
});

test('pressing twice registers once', async ({ page, signIn, words }) => {
  await signIn('operator1');
  await page.goto('/console/register');
  await page.getByRole('radio', { name: words('求助', 'Help') }).check();
  await chooseServiceItem(page, words('道路', 'roads'));
  await page.getByRole('textbox', { name: words('何事', 'What happened') }).fill('水管爆裂');
  await page.getByRole('textbox', { name: words('何地', 'Where') }).fill('人民路 9 号');
  await page.getByRole('textbox', { name: words('联系电话', 'Phone number') }).fill('13812345679');
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/hotline/tickets')) sent += 1;
  });
  await page.getByRole('button', { name: words('登记并取号', 'Register and get a number') }).dblclick();
  await expect(page.getByTestId('ticket-number')).toBeVisible();
  expect(sent).toBe(1);
});

test('while a request is on its way its fields keep the focus and take nothing that would be lost with the draft', async ({
  page,
  signIn,
  words,
}) => {
  await signIn('operator1');
  await page.goto('/console/register');
  const help = page.getByRole('radio', { name: words('求助', 'Help') });
  await help.check();
  await chooseServiceItem(page, words('道路', 'roads'));
  await page.getByRole('textbox', { name: words('何事', 'What happened') }).fill('水管爆裂');
  await page.getByRole('textbox', { name: words('联系电话', 'Phone number') }).fill('13812345679');
  const where = page.getByRole('textbox', { name: words('何地', 'Where') });
  await where.fill('人民路 9 号');
  let answer: () => void = () => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/hotline/tickets', async (route) => {
    await mayAnswer;
    await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await expect(where).not.toBeEditable();
  await page.keyboard.type(' 3 楼');
  await page.getByRole('radio', { name: words('建议', 'Suggestion') }).click();
  await expect(help).toBeChecked();
  await where.click();
  await expect(where).toBeFocused();
  await expect(where).toHaveValue('人民路 9 号');
  answer();
  await expect(page.getByTestId('ticket-number')).toBeVisible();
});

test('a report of misconduct is confidential unless the operator says otherwise', async ({ page, signIn, words }) => {
  await signIn('operator1');
  await page.goto('/console/register');
  const confidential = page.getByRole('checkbox', { name: words('为诉求人保密', 'Keep the caller confidential') });
  await expect(confidential).not.toBeChecked();
  await page.getByRole('radio', { name: words('举报', 'Report of misconduct') }).check();
  await expect(confidential).toBeChecked();
  await confidential.uncheck();
  await expect(confidential).not.toBeChecked();
});

test('whoever chooses an item goes straight on with Tab, however busy the page is', async ({ page, signIn, words }) => {
  await signIn('operator1');
  await page.goto('/console/register');
  const search = page.getByRole('combobox', { name: words('服务事项', 'Service item') });
  await search.focus();
  await page.keyboard.type(words('道路', 'roads'));
  await expect(page.locator('.ant-select-item-option-active')).toBeVisible();
  // Both keys before the page comes to anything else: a list that is still open would keep the Tab.
  const isKept = await search.evaluate(async (input) => {
    const press = (type: string, key: string, keyCode: number): boolean =>
      input.dispatchEvent(new KeyboardEvent(type, { key, code: key, keyCode, bubbles: true, cancelable: true }));
    press('keydown', 'Enter', 13);
    press('keyup', 'Enter', 13);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return !press('keydown', 'Tab', 9);
  });
  expect(isKept).toBe(false);
  await expect(page.getByText(words('主办单位：', 'lead unit: '))).toBeVisible();

  // The list opens and shuts by mouse and keyboard as ever.
  const options = page.locator('.ant-select-item-option');
  await search.click();
  await options.nth(3).click();
  await expect(search).toHaveAttribute('aria-expanded', 'false');
  await search.press('ArrowDown');
  await expect(search).toHaveAttribute('aria-expanded', 'true');
  await search.press('Escape');
  await expect(search).toHaveAttribute('aria-expanded', 'false');
});
