import { expect, test } from '../harness/test.js';
import { BookingWay, freshPhone } from './booking-way.js';

const ITEM = 'household-certificate';

test('a citizen changes the wished time of a request and takes it back, by keyboard', async ({
  page,
  api,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  const citizen = await api();
  const contact = { phone: freshPhone(), language: 'zh-CN' };
  const wish = { kind: 'outside-hours', itemCode: ITEM, contact };
  const { code } = await citizen.ask<{ code: string }>('POST', '/api/appointments/contact-requests', wish);
  await page.goto(`/b/${code}`);
  const fact = page.locator('dd').filter({ hasText: words('都可以', 'Any time') });
  await expect(fact).toBeVisible();

  await page.getByRole('link', { name: words('改希望的时间', 'Change the wished time') }).focus();
  await page.keyboard.press('Enter');
  await expect(way.heading('改希望的时间', 'Change the wished time')).toBeFocused();
  // Far enough ahead: the suite's clock may have been moved past the browser's.
  await page.getByRole('combobox', { name: words('希望哪一天', 'Which day?') }).selectOption({ index: 12 });
  await page.getByRole('combobox', { name: words('希望什么时间', 'What time?') }).selectOption('late');
  await lookAt('portal-request-wish');
  await checkAccessibility();
  await page.getByRole('button', { name: words('保存', 'Save') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: words('已改好', 'Changed') })).toBeVisible();
  await expect(page.locator('dd').filter({ hasText: '17:30–20:00' })).toBeVisible();
  await lookAt('portal-request-wished');
  await checkAccessibility();

  const takeBack = page.getByRole('link', { name: words('撤回申请', 'Withdraw the request') });
  await takeBack.click();
  await expect(way.heading('要撤回这个申请吗', 'Withdraw this request?')).toBeFocused();
  await lookAt('portal-request-take-back');
  await checkAccessibility();
  await page.getByRole('button', { name: words('确定撤回', 'Yes, withdraw it') }).dblclick();
  await expect(page.getByText(words('已撤回', 'Withdrawn'), { exact: true })).toBeVisible();
  await expect(takeBack).toBeHidden();
  await lookAt('portal-request-taken-back');
  const path = `/api/appointments/contact-requests/${code}`;
  expect((await citizen.ask<{ state: string }>('GET', path)).state).toBe('withdrawn');
  await page.goto(`/b/${code}/move`);
  await expect(page.getByText(words('已撤回', 'Withdrawn'), { exact: true })).toBeVisible();
});
