import { expect, test } from '../harness/test.js';
import { BookingWay, freshPhone, type Booked } from './booking-way.js';

const BOOK = '**/api/appointments/bookings';
/** As far as the countdown's test moves the page's clock on: 3:10 and twice a minute. */
const PASSED_MS = 310_000;
const CONFIRM = '**/api/appointments/bookings/*/confirm';

test('two tabs race for one place: one holds it, the other is offered the nearest times and loses nothing', async ({
  page,
  context,
  words,
  lookAt,
  checkAccessibility,
}) => {
  const other = await context.newPage();
  const [first, second] = [new BookingWay(page, words), new BookingWay(other, words)];
  await first.goToTimes('household-move');
  await second.goToTimes('household-move');
  const time = await first.lastPlaces.first().textContent();
  const [wanted, same] = [first.lastPlaces.first(), second.lastPlaces.first()];
  expect(await same.textContent()).toBe(time);
  await Promise.all([wanted.click(), same.click()]);

  const outcome = (way: BookingWay) => way.held.or(way.taken);
  await Promise.all([outcome(first).waitFor(), outcome(second).waitFor()]);
  const heldByFirst = await first.held.isVisible();
  expect(await second.held.isVisible()).toBe(!heldByFirst);
  const [winner, loser, loserPage] = heldByFirst ? [first, second, other] : [second, first, page];

  await expect(loser.taken).toBeFocused();
  await expect(loser.taken.getByRole('button')).toHaveCount(3);
  if (loserPage === page) await lookAt('portal-book-taken');
  await checkAccessibility(loserPage);
  await loser.taken.getByRole('button').first().click();
  await loser.held.waitFor();
  for (const way of [winner, loser]) {
    await way.phone.fill(freshPhone());
    await way.confirmButton.click();
    await expect(way.done).toBeVisible();
  }
});

test('a double click holds one time and confirms one booking', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  await way.goToTimes('residence-permit');
  const sent = { holds: 0, confirmations: 0 };
  await page.route(BOOK, async (route) => {
    sent.holds += 1;
    await route.continue();
  });
  await page.route(CONFIRM, async (route) => {
    sent.confirmations += 1;
    await route.continue();
  });
  await way.slots.first().dblclick();
  await way.held.waitFor();
  await way.phone.fill(freshPhone());
  await way.confirmButton.dblclick();
  await expect(way.done).toBeVisible();
  expect(sent).toEqual({ holds: 1, confirmations: 1 });
});

test('answers lost on the way are asked for again with the same key: one hold, one booking', async ({
  page,
  words,
}) => {
  const way = new BookingWay(page, words);
  await way.goToTimes('residence-permit');
  const keys: (string | null)[] = [];
  const codes: string[] = [];
  for (const path of [BOOK, CONFIRM]) {
    let tries = 0;
    await page.route(path, async (route) => {
      keys.push(await route.request().headerValue('Idempotency-Key'));
      const answer = await route.fetch();
      const { code }: Booked = await answer.json();
      codes.push(code);
      tries += 1;
      await (tries === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }));
    });
  }
  await way.slots.first().click();
  await way.held.waitFor();
  await way.phone.fill(freshPhone());
  await way.confirmButton.click();
  await expect(way.done).toBeVisible();
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(2);
  expect(new Set(codes).size).toBe(1);
  await expect(way.code).toHaveText(codes[0] ?? '');
});

test('without a network it says so, keeps everything, and goes on when the network is back', async ({
  page,
  context,
  words,
  checkAccessibility,
}) => {
  const way = new BookingWay(page, words);
  await way.goToContact('residence-permit');
  const phone = freshPhone();
  await way.phone.fill(phone);
  await context.setOffline(true);
  await way.confirmButton.click();
  const notice = page.getByRole('group', { description: words('网络连接中断', 'The connection is lost') });
  await expect(notice).toBeFocused();
  await expect(way.phone).toHaveValue(phone);
  await checkAccessibility();
  await context.setOffline(false);
  await way.confirmButton.click();
  await expect(way.done).toBeVisible();
});

test('on a slow network the time pressed says that it is being kept', async ({ page, words }) => {
  const way = new BookingWay(page, words);
  await way.goToTimes('residence-permit');
  let release = () => undefined as void;
  const answered = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(BOOK, async (route) => {
    await answered;
    await route.continue();
  });
  const slot = way.slots.first();
  await slot.click();
  await expect(slot).toContainText(words('正在保留', 'Keeping'));
  await expect(slot).toHaveAttribute('aria-disabled', 'true');
  release();
  await way.held.waitFor();
});

test('the countdown is said at two minutes, at one, and when it is over; the time can be kept longer', async ({
  page,
  words,
  lookAt,
  checkAccessibility,
}) => {
  await page.clock.install();
  const way = new BookingWay(page, words);
  await way.goToContact('residence-permit');
  const said = (zh: string, en: string) => page.getByRole('status').filter({ hasText: words(zh, en) });
  await expect(said('2 分钟为您保留', 'another 2 minutes')).toHaveCount(0);
  await page.clock.fastForward('03:10');
  await expect(said('2 分钟为您保留', 'another 2 minutes')).toHaveCount(1);
  await page.clock.fastForward('01:00');
  await expect(said('1 分钟为您保留', 'another minute')).toHaveCount(1);
  await page.clock.fastForward('01:00');
  await expect(said('保留时间已过', 'no longer kept')).toHaveCount(1);
  await lookAt('portal-book-hold-over');
  await checkAccessibility();

  // The page's clock has gone on alone: the service's answer is moved on as far.
  await page.route(BOOK, async (route) => {
    const answer = await route.fetch();
    const booking: { heldUntil: string | null } = await answer.json();
    const heldUntil = new Date(Date.parse(booking.heldUntil ?? '') + PASSED_MS).toISOString();
    await route.fulfill({ response: answer, json: { ...booking, heldUntil } });
  });
  await page.getByRole('button', { name: words('再保留 5 分钟', 'Keep it 5 more minutes') }).click();
  await expect(way.held).toContainText(words('还剩', 'left'));
  await page.unroute(BOOK);
  await page.clock.fastForward('06:00');
  await way.phone.fill(freshPhone());
  await way.confirmButton.click();
  await expect(way.done).toBeVisible();
});
