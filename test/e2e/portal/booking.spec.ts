import { expect, test } from '../harness/test.js';
import { BookingWay, freshPhone } from './booking-way.js';

test('a citizen books in four steps and takes code, address and material home', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  await page.goto('/');
  await page.getByRole('link', { name: words('预约办事', 'Book a visit') }).click();

  await expect(page.getByText(words('第 1 步，共 4 步', 'Step 1 of 4'))).toBeVisible();
  await way.search.fill(words('居住证', 'residence permit'));
  await lookAt('portal-book-item');
  await checkAccessibility();
  await page.getByRole('link', { name: words('居住证', 'Residence permit') }).click();

  await expect(page.getByRole('heading', { level: 2, name: words('要带的材料', 'What to bring') })).toBeVisible();
  await expect(page.getByText(words('办理依据', 'Legal basis'))).toBeVisible();
  await lookAt('portal-book-material');
  await checkAccessibility();
  await way.toPlace.click();

  await expect(way.heading('到哪里办', 'Where will you go?')).toBeFocused();
  await expect(page.getByText(words('最早', 'Earliest')).first()).toBeVisible();
  await lookAt('portal-book-place');
  await checkAccessibility();
  await way.places.first().click();

  await expect(way.slots.first()).toBeVisible();
  await lookAt('portal-book-time');
  await checkAccessibility();
  await way.slots.first().click();

  await expect(way.heading('核对并确认', 'Check and confirm')).toBeFocused();
  await expect(way.held).toHaveText(/[45]:\d\d/);
  await way.phone.fill(freshPhone());
  await lookAt('portal-book-contact');
  await checkAccessibility();
  await way.confirmButton.click();

  await expect(way.done).toBeFocused();
  await expect(way.code).toHaveText(/^Y[0-9A-Z]{9}$/);
  await expect(page.getByText(words('怎么去', 'How to get there'))).toBeVisible();
  await lookAt('portal-book-done');
  await checkAccessibility();

  const code = (await way.code.textContent()) ?? '';
  const calendar = page.getByRole('link', { name: words('加入手机日历', 'Add to your calendar') });
  await expect(calendar).toHaveAttribute('href', `/api/appointments/bookings/${code}/calendar.ics`);
  await page.reload();
  await expect(way.code).toHaveText(code);
  await page.getByRole('link', { name: words('查看、改期或取消', 'See, move or cancel it') }).click();
  await expect(page.getByText(words('已预约', 'Booked'), { exact: true })).toBeVisible();
});

test('plain questions are asked where the item allows them, and what they need is asked for at the end', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  await page.goto('/book/item/social-card');
  const answer = (zh: string, en: string) =>
    page.locator('label', { has: page.getByRole('radio', { name: words(zh, en) }) });
  await answer('委托他人来办', 'Somebody comes for me').click();
  await answer('需要优先', 'Yes: older').click();
  await page.getByRole('combobox', { name: words('几个人', 'How many') }).selectOption('2');
  await way.toPlace.click();
  await way.places.first().click();
  await way.slots.first().click();
  await way.held.waitFor();

  const extras = page.getByText(words('2 人一起办', '2 people together'));
  await expect(extras).toContainText(words('绿色通道', 'Priority service'));
  await expect(extras).toContainText(words('委托他人办理', 'Someone comes for you'));
  await way.phone.fill(freshPhone());
  await way.confirmButton.click();
  const summary = page.getByRole('group', { name: words('请改正以下', 'Please correct') });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await lookAt('portal-book-errors');
  await checkAccessibility();
  await page.getByRole('textbox', { name: words('受托人姓名', 'Their name') }).fill('李强');
  await page.getByRole('textbox', { name: words('受托人与您的关系', 'Their relation') }).fill('儿子');
  await way.confirmButton.click();
  await expect(way.done).toBeFocused();
  await page.getByRole('link', { name: words('查看、改期或取消', 'See, move or cancel it') }).click();
  await expect(page.getByText(words('委托他人办理', 'Someone comes for you'), { exact: true })).toBeVisible();
});

test('a home visit is booked with its address', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  await page.goto('/book/item/home-care');
  const atHome = page.getByRole('radio', { name: words('请工作人员上门', 'At my home') });
  await page.locator('label', { has: atHome }).click();
  await way.toPlace.click();
  await expect(way.heading('请哪个网点上门', 'Which office should come?')).toBeFocused();
  await way.places.first().click();
  // On one afternoon a week.
  await way.moreDays.click();
  await way.slots.first().click();
  await way.held.waitFor();
  await page.getByRole('textbox', { name: words('上门地址', 'Address to visit') }).fill('清河镇幸福小区 3 幢 201');
  await way.phone.fill(freshPhone());
  await way.confirmButton.click();
  await expect(way.done).toBeFocused();
  await expect(page.getByText(words('上门办理', 'to your home'))).toBeVisible();
});

test('times are filtered: noon only, and back to all', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  await way.goToTimes('residence-permit');
  await page.getByRole('radio', { name: words('中午', 'Noon') }).check();
  const sessions = page.locator('.day h3');
  await expect(sessions.filter({ hasText: words('上午', 'Morning') })).toHaveCount(0);
  await page.getByRole('radio', { name: words('全部', 'All') }).check();
  await expect(sessions.filter({ hasText: words('上午', 'Morning') }).first()).toBeVisible();
});

test('nobody skips a step, and a reload loses nothing', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  await page.goto('/book/contact');
  await expect(page).toHaveURL(/\/book$/);
  await way.goToContact('residence-permit');
  const phone = freshPhone();
  await way.phone.fill(phone);
  await page.reload();
  await expect(way.phone).toHaveValue(phone);
  await expect(way.held).toHaveText(/[45]:\d\d/);
});

test('the way through works by keyboard alone', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  /** Presses Tab until the focus is where it is wanted. */
  const tabTo = async (name: string, target: ReturnType<typeof page.locator>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await page.goto('/book');
  await tabTo('the search', way.search);
  await page.keyboard.insertText(words('居住证', 'residence permit'));
  await tabTo('the item', page.getByRole('link', { name: words('居住证', 'Residence permit') }));
  await page.keyboard.press('Enter');
  await tabTo('on to the places', way.toPlace);
  await page.keyboard.press('Enter');
  await tabTo('the first place', way.places.first());
  await page.keyboard.press('Enter');
  await tabTo('the first time', way.slots.first());
  await page.keyboard.press('Space');
  await tabTo('the telephone', way.phone);
  await page.keyboard.insertText(freshPhone());
  await page.keyboard.press('Enter');
  await expect(way.done).toBeFocused();
});

test('长辈版: the way through in larger text', async ({ page, words, lookAt, checkAccessibility }) => {
  const way = new BookingWay(page, words);
  await page.goto('/book');
  await page.getByRole('button', { name: words('长辈版', 'Larger text') }).click();
  await way.goToTimes('residence-permit');
  await lookAt('portal-book-time-elder');
  await checkAccessibility();
  const slot = await way.slots.first().boundingBox();
  expect(slot?.height).toBeGreaterThanOrEqual(60);
  await way.slots.first().click();
  await way.held.waitFor();
  await lookAt('portal-book-contact-elder');
  await checkAccessibility();
});
