import { dayIn, shiftDay } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';
import { bookedBeside, freshPhone } from '../portal/booking-way.js';
import { expect, test, travel } from '../harness/test.js';
import { officeDays } from './office-days.js';

const DAY_MS = 86_400_000;

/** Moves the suite to ten in the morning of a working day: nobody gets a number at night. */
async function toOfficeHours(api: ApiClient): Promise<void> {
  const { now, isWorked } = await officeDays(api);
  let day = dayIn('Asia/Shanghai', now);
  const ten = (): number => Date.parse(`${day}T10:00:00+08:00`);
  while (ten() <= now.getTime() || !isWorked(day)) day = shiftDay(day, 1);
  await travel((ten() - now.getTime()) / DAY_MS);
}

test('a clerk gives a number, calls it, serves it, and the waiting room sees it', async ({
  page,
  context,
  api,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const clerk = await api('operator1');
  await toOfficeHours(clerk);
  await signIn('operator1');
  await page.goto('/console/desk');
  const site = page.getByRole('combobox', { name: words('网点', 'Site') });
  await site.selectOption({ index: 1 });
  const window = page.getByRole('combobox', { name: words('窗口', 'Window'), exact: true });
  await window.selectOption({ index: 1 });

  const matter = page.getByRole('combobox', { name: words('办理事项', 'Matter') });
  const own = page.getByRole('region', { name: words('当前', 'Now') });
  const call = own.getByRole('button', { name: words('叫下一位', 'Call next') });
  await expect(call).toBeVisible();
  // A matter of this very window: others would wait for another.
  const { windows } = await clerk.ask<{ windows: { id: string; itemCodes: string[] }[] }>(
    'GET',
    `/api/appointments/desk/day?site=${await site.inputValue()}`,
  );
  const windowId = await window.inputValue();
  await matter.selectOption(windows.find(({ id }) => id === windowId)?.itemCodes ?? []);
  await page.getByRole('button', { name: words('取号', 'Give a number') }).click();
  await expect(page.getByText(words('已签到，排队号', 'Checked in, queue number'))).toBeVisible();
  await expect(own.getByText(new RegExp(words('\\d人等候', '\\d waiting')))).toBeVisible();
  await checkAccessibility();
  await lookAt('console-desk');

  await page.keyboard.press('n');
  await expect(own.getByText(words('已叫号', 'called'), { exact: true })).toBeVisible();
  const called = await own.locator('.desk-number strong').textContent();
  const display = await context.newPage();
  const href = await page
    .getByRole('link', { name: words('打开候办大屏', 'Open the waiting-room display') })
    .getAttribute('href');
  await display.goto(href ?? '');
  await expect(display.getByRole('rowheader', { name: called ?? '', exact: true })).toBeVisible();
  await checkAccessibility(display);
  await display.close();

  await own.getByRole('button', { name: words('已到窗口', 'At the window') }).click();
  await own.getByRole('button', { name: words('办完', 'Finished') }).click();
  await expect(call).toBeVisible();
});

test('a code that is no booking’s is refused in words, and stays to be mended', async ({ page, signIn, words }) => {
  await signIn('operator1');
  await page.goto('/console/desk');
  await page.getByRole('combobox', { name: words('网点', 'Site') }).selectOption({ index: 1 });
  const code = page.getByRole('textbox', { name: words('预约码签到', 'Check in by code') });
  await code.fill('Y333333333');
  await code.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(code).toHaveValue('Y333333333');
});

test('an operator books for a caller, finds the booking by the number and cancels it', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const phone = freshPhone();
  await signIn('operator1');
  await page.goto('/console/callers');
  await page.getByRole('textbox', { name: words('来电号码', 'Caller’s number') }).fill(phone);
  await page.getByRole('combobox', { name: words('事项', 'Matter') }).selectOption({ index: 1 });
  const site = page.getByRole('combobox', { name: words('网点', 'Site') });
  await expect(site.locator('option').nth(1)).toBeAttached();
  await site.selectOption({ index: 1 });
  const times = page.getByRole('group', { name: words('时间', 'Time') });
  // Not the first day: its first time may begin while it is being booked.
  const day = times
    .getByRole('group', { name: words('日期', 'Day') })
    .getByRole('button')
    .nth(1);
  await day.click();
  await expect(day).toHaveAttribute('aria-pressed', 'true');
  await times.locator('.callers-times button').first().click();
  await checkAccessibility();
  await lookAt('console-callers');
  await page.getByRole('button', { name: words('预约', 'Book'), exact: true }).click();
  const done = page.getByRole('heading', { name: words('已预约', 'Booked'), exact: true });
  await expect(done).toBeVisible();
  const code = await page.locator('.callers-code').textContent();
  await page.getByRole('button', { name: words('再约一个', 'Book another') }).click();

  const booked = page.getByRole('listitem').filter({ hasText: code ?? '' });
  await booked.getByRole('button', { name: words('取消预约', 'Cancel the booking') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('取消预约', 'Cancel the booking') })
    .click();
  await expect(booked.getByText(words('已取消', 'cancelled'))).toBeVisible();
});

test('a request outside opening hours is contacted, agreed, arranged and served', async ({
  page,
  api,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const citizen = await api();
  const { asOf, items } = await citizen.ask<{ asOf: string; items: { siteId: string }[] }>(
    'GET',
    '/api/appointments/slots/earliest?item=id-card-renewal',
  );
  const inDays = (days: number): string => new Date(Date.parse(asOf) + days * DAY_MS).toISOString();
  const phone = freshPhone();
  const { code } = await citizen.ask<{ code: string }>('POST', '/api/appointments/contact-requests', {
    kind: 'outside-hours',
    itemCode: 'id-card-renewal',
    siteId: items[0]?.siteId,
    wishFrom: inDays(2),
    wishTo: inDays(3),
    contact: { phone, language: 'zh-CN' },
  });
  const operator = await api('operator1');
  const requests = await operator.ask<{ items: { id: string; code: string }[] }>(
    'GET',
    '/api/appointments/contact-requests?limit=100',
  );
  const request = requests.items.find((one) => one.code === code);
  await signIn('operator1');
  await page.goto('/console/contacts');
  const list = page.getByRole('list', { name: words('联系清单', 'To contact') });
  const view = page.getByRole('article');
  await list.locator(`a[href*="/contacts/${request?.id}"]`).click();
  await expect(view).toContainText(`${phone.slice(0, 3)}****`);
  await view.getByRole('button', { name: words('查看电话', 'Show the number') }).click();
  await view.getByRole('textbox', { name: words('查看原因', 'Reason') }).fill(words('联系群众', 'To call the citizen'));
  await view.getByRole('button', { name: words('查看电话', 'Show the number') }).click();
  await expect(view).toContainText(phone);
  await checkAccessibility();
  await lookAt('console-contacts');
  await view.getByRole('button', { name: words('已联系上', 'Contacted') }).click();
  await view.getByLabel(words('结束', 'To')).fill('20:00');
  await view.getByLabel(words('开始', 'From')).fill('19:00');
  await view.getByRole('button', { name: words('约定时间', 'Agree a time') }).click();
  await view.getByRole('combobox', { name: words('值班人员', 'Officer') }).selectOption({ index: 1 });
  await view.getByRole('button', { name: words('安排值班', 'Arrange duty') }).click();
  await view.getByRole('button', { name: words('已服务', 'Served') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('已服务', 'Served') })
    .click();
  await expect(view).toBeHidden();
});

test('a room’s two weeks show when it is taken', async ({ page, signIn, words, checkAccessibility, lookAt }) => {
  await signIn('supervisor1');
  await page.goto('/console/rooms');
  await page
    .getByRole('list', { name: words('约谈室', 'Interview rooms') })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('article').getByRole('row')).toHaveCount(15);
  await checkAccessibility();
  await lookAt('console-rooms');
});

test('figures are counted by site, matter and week, and every chart has its table', async ({
  page,
  api,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await bookedBeside(await api(), 'id-card-renewal');
  await signIn('leader1');
  await page.goto('/console/figures');
  const chart = page.getByRole('img', { name: words('时段占用率', 'Fill of sessions') });
  for (const by of [words('按网点', 'by site'), words('按事项', 'by matter'), words('按周', 'by week')]) {
    await page.getByRole('radio', { name: by }).check();
    await expect(page.getByRole('rowheader', { name: words('合计', 'Together') })).toBeVisible({ timeout: 30_000 });
    await expect(chart).toBeVisible();
  }
  await checkAccessibility();
  await lookAt('console-figures');
});
