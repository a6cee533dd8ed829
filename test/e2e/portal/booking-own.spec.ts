import { expect, test } from '../harness/test.js';
import { bookedBeside, bookedOut, BookingWay, freshPhone, type Booked } from './booking-way.js';

const ITEM = 'household-certificate';

test('a booking is opened by its code, moved in one step and cancelled after being asked once', async ({
  page,
  api,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  const citizen = await api();
  const { code, startAt } = await bookedBeside(citizen, ITEM);
  await page.goto('/b');
  await page.getByRole('textbox', { name: words('预约码', 'Booking code') }).fill(` ${code.toLowerCase()} `);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('已预约', 'Booked'), { exact: true })).toBeVisible();
  await lookAt('portal-own-booking');
  await checkAccessibility();

  await page.getByRole('link', { name: words('改时间', 'Change the time') }).click();
  await expect(way.heading('改到什么时间', 'When will you go instead?')).toBeFocused();
  await way.slots.first().waitFor();
  await lookAt('portal-own-move');
  await checkAccessibility();
  await way.slots.last().dblclick();
  await expect(page.getByRole('status').filter({ hasText: words('已改好', 'Moved') })).toBeVisible();
  const path = `/api/appointments/bookings/${code}`;
  const moved = await citizen.ask<Booked>('GET', path);
  expect(moved.startAt).not.toBe(startAt);

  await page.getByRole('link', { name: words('取消预约', 'Cancel the booking') }).click();
  await expect(way.heading('要取消这个预约吗', 'Cancel this booking?')).toBeFocused();
  await lookAt('portal-own-cancel');
  await checkAccessibility();
  await page.getByRole('button', { name: words('确定取消', 'Yes, cancel it') }).dblclick();
  await expect(page.getByText(words('已取消', 'Cancelled'), { exact: true })).toBeVisible();
  expect((await citizen.ask<Booked>('GET', path)).state).toBe('cancelled');
  await expect(page.getByRole('link', { name: words('重新预约', 'Book again') })).toBeVisible();
});

test('a booking that changed meanwhile is shown as it is now, and can then be moved', async ({ page, api, words }) => {
  const way = new BookingWay(page, words);
  const citizen = await api();
  const { code, version, siteId } = await bookedBeside(citizen, ITEM);
  await page.goto(`/b/${code}/move`);
  await way.slots.first().waitFor();

  const path = `/api/appointments/bookings/${code}`;
  const free = `/api/appointments/slots?site=${siteId}&item=${ITEM}`;
  const { days } = await citizen.ask<{ days: { slots: { startAt: string }[] }[] }>('GET', free);
  const startAt = days.at(-1)?.slots.at(-1)?.startAt;
  await citizen.ask('POST', `${path}/move`, { startAt }, { ifMatch: version });

  await way.slots.first().click();
  await expect(page.getByRole('alert').filter({ hasText: words('刚刚有变化', 'has just changed') })).toBeVisible();
  await way.slots.first().click();
  await expect(page.getByRole('status').filter({ hasText: words('已改好', 'Moved') })).toBeVisible();
});

test('whoever has checked in sees the queue number, and rates after the service', async ({
  page,
  api,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const { code } = await bookedBeside(await api(), ITEM);
  // The desk's part has tests of its own: here the service's answer is what it would be in the hall.
  let now: object = { state: 'arrived', allowed: [], queue: { number: 17, ahead: 3, asOf: new Date().toISOString() } };
  await page.route(`**/api/appointments/bookings/${code}`, async (route) => {
    const answer = await route.fetch();
    const booking: object = await answer.json();
    await route.fulfill({ response: answer, json: { ...booking, ...now } });
  });
  await page.route(`**/api/appointments/bookings/${code}/rating`, async (route) => {
    now = { state: 'served', allowed: [], rating: 5 };
    await route.fulfill({ json: {} });
  });
  await page.goto(`/b/${code}`);
  await expect(page.locator('.queue-number')).toHaveText('17');
  await expect(page.getByText(words('前面还有 3 位', '3 before you'))).toBeVisible();
  await lookAt('portal-own-queue');
  await checkAccessibility();

  now = { state: 'served', allowed: ['rate'], queue: null };
  await page.reload();
  await page.getByRole('link', { name: words('评价这次办理', 'Rate the service') }).click();
  const send = page.getByRole('button', { name: words('提交评价', 'Send the rating') });
  await send.click();
  await expect(page.getByRole('group', { name: words('请改正以下', 'Please correct') })).toBeFocused();
  const best = page.getByRole('radio', { name: words('很满意', 'Very satisfied'), exact: true });
  await page.locator('label', { has: best }).click();
  await lookAt('portal-own-rate');
  await checkAccessibility();
  await send.click();
  await expect(page.getByText(words('您的评价：很满意', 'Your rating: Very satisfied'))).toBeVisible();
});

test('a code that opens nothing says so', async ({ page, words, checkAccessibility }) => {
  await page.goto('/b/YAAAAAAAAA');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    words('没有查到这个预约码', 'There is no booking with this code'),
  );
  await checkAccessibility();
});

test('a citizen joins the waitlist from the times, sees the place in it and leaves it', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  await way.goToTimes(ITEM);
  await page.getByRole('link', { name: words('登记候补', 'Join the waitlist') }).click();
  await expect(way.heading('登记候补', 'Join the waitlist')).toBeFocused();
  // No evening is open but Thursday's: nothing is free that could be offered at once.
  const from = page.getByRole('combobox', { name: words('从哪天起', 'From') });
  const days = await from.locator('option').evaluateAll((options) => options.map((one) => one.getAttribute('value')));
  const monday = days.find((day) => new Date(day ?? '').getUTCDay() === 1) ?? '';
  await from.selectOption(monday);
  await page.getByRole('combobox', { name: words('到哪天为止', 'Until') }).selectOption(monday);
  await page.getByRole('combobox', { name: words('什么时段', 'What time of day?') }).selectOption('evening');
  await way.phone.fill(freshPhone());
  await lookAt('portal-waitlist');
  await checkAccessibility();
  await page.getByRole('button', { name: words('登记候补', 'Join the waitlist') }).dblclick();

  await expect(way.code).toHaveText(/^W/);
  await expect(page.getByText(words('正在候补', 'You are on the waitlist'))).toBeVisible();
  await lookAt('portal-waitlist-entry');
  await checkAccessibility();
  await page.getByRole('link', { name: words('退出候补', 'Leave the waitlist') }).click();
  await page.getByRole('button', { name: words('确定退出', 'Yes, leave it') }).click();
  await expect(page.getByText(words('已退出候补', 'You left the waitlist'))).toBeVisible();
});

test('a time that is free is offered at once to who joins the waitlist', async ({ page, words, lookAt }) => {
  const way = new BookingWay(page, words);
  await way.goToTimes(ITEM);
  await page.getByRole('link', { name: words('登记候补', 'Join the waitlist') }).click();
  await way.phone.fill(freshPhone());
  await page.getByRole('button', { name: words('登记候补', 'Join the waitlist') }).dblclick();

  await expect(way.code).toHaveText(/^W/);
  await expect(page.getByText(words('为您保留到', 'Kept for you until'))).toBeVisible();
  await lookAt('portal-waitlist-at-once');
  await page.getByRole('link', { name: words('查看并确认', 'See and confirm it') }).click();
  await page.getByRole('button', { name: words('确认预约', 'Confirm the booking') }).click();
  await expect(page.getByText(words('已预约', 'Booked'), { exact: true })).toBeVisible();
});

test('who waits for a home visit says where to', async ({ page, words, lookAt, checkAccessibility }) => {
  const way = new BookingWay(page, words);
  await page.goto('/book/item/home-care');
  const atHome = page.getByRole('radio', { name: words('请工作人员上门', 'At my home') });
  await page.locator('label', { has: atHome }).click();
  await way.toPlace.click();
  await way.places.first().click();
  await page.getByRole('link', { name: words('登记候补', 'Join the waitlist') }).click();
  await way.phone.fill(freshPhone());
  const send = page.getByRole('button', { name: words('登记候补', 'Join the waitlist') });
  await send.click();
  await expect(
    page
      .getByRole('group', { name: words('请改正以下', 'Please correct') })
      .getByRole('link', { name: words('请填写上门地址', 'Enter the address') }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: words('上门地址', 'Address to visit') }).fill('清河镇幸福小区 3 幢 201');
  await lookAt('portal-waitlist-visit');
  await checkAccessibility();
  await send.click();
  await expect(way.code).toHaveText(/^W/);
  await expect(page.getByText(words('上门办理', 'to your home'))).toBeVisible();
});

test('a freed time is offered to the next on the waitlist, who confirms it with one press', async ({
  page,
  api,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const citizen = await api();
  const { code, siteId, day, session } = await bookedOut(citizen, ITEM);
  const contact = { phone: freshPhone(), language: 'zh-CN' };
  const wish = { itemCode: ITEM, siteId, fromDay: day, toDay: day, session, contact };
  const entry = await citizen.ask<{ code: string }>('POST', '/api/appointments/waitlist', wish);
  await citizen.ask('POST', `/api/appointments/bookings/${code}/cancel`, {});

  const stateOf = async () =>
    (await citizen.ask<{ state: string }>('GET', `/api/appointments/waitlist/${entry.code}`)).state;
  await expect.poll(stateOf).toBe('offered');
  await page.goto(`/b/${entry.code}`);
  await expect(page.getByText(words('有空位了', 'A time has come free'))).toBeVisible();
  await lookAt('portal-waitlist-offer');
  await checkAccessibility();
  await page.getByRole('link', { name: words('查看并确认', 'See and confirm it') }).click();
  await page.getByRole('button', { name: words('确认预约', 'Confirm the booking') }).dblclick();
  await expect(page.getByText(words('已预约', 'Booked'), { exact: true })).toBeVisible();
});

test('a citizen asks for a time outside opening hours and is told by when the office calls', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  await page.goto('/book/outside-hours');
  const send = page.getByRole('button', { name: words('提交申请', 'Send the request') });
  await send.click();
  const summary = page.getByRole('group', { name: words('请改正以下', 'Please correct') });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await page.getByRole('combobox', { name: words('要办什么事', 'What do you need') }).selectOption(ITEM);
  // Far enough ahead: the suite's clock may have been moved past the browser's.
  await page.getByRole('combobox', { name: words('希望哪一天', 'Which day?') }).selectOption({ index: 12 });
  await page.getByRole('combobox', { name: words('希望什么时间', 'What time?') }).selectOption('late');
  await way.phone.fill(freshPhone());
  await lookAt('portal-outside-hours');
  await checkAccessibility();
  await send.dblclick();

  await expect(way.code).toHaveText(/^Q/);
  await expect(page.getByText(words('前拨打', 'We call'))).toBeVisible();
  await lookAt('portal-request-outside');
  await checkAccessibility();
});

test('the coming weeks’ extended hours are public and read at 360 px', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  await page.goto('/');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: words('延时服务时间', 'Extended hours') })
    .click();
  await expect(page.getByRole('table').first()).toContainText(words('中午', 'Noon'));
  await page.getByRole('combobox').selectOption({ index: 1 });
  await expect(page.getByRole('table')).toHaveCount(1);
  await page.getByRole('button', { name: words('后一周', 'Week after') }).click();
  await lookAt('portal-hours');
  await checkAccessibility();
});
