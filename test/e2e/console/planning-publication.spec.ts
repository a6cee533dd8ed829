import { shiftDay } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';
import { officeDays } from './office-days.js';
import { chooseSite, openedSite, sentTo, TABLET_AND_DESK, type SiteNames } from './planning.js';

let site: { id: string; close: () => Promise<void> };
let names: SiteNames;

test.beforeEach(async ({ api }) => {
  const number = Date.now() % 1_000_000_000;
  names = { zh: `新设便民站${number}`, en: `Station ${number}` };
  site = await openedSite(await api('admin1'), names);
});
test.afterEach(() => site.close());

/** Shuts the noon of a day at a site for as long as `during` takes. */
async function withNoonShut(
  planner: ApiClient,
  siteId: string,
  day: string,
  during: () => Promise<void>,
): Promise<void> {
  const { id } = await planner.ask<{ id: string }>(
    'POST',
    '/api/appointments/schedule-exceptions',
    { siteId, day, session: 'noon', open: false, reasonZh: '检修', reasonEn: 'Repairs' },
    { idempotencyKey: crypto.randomUUID() },
  );
  try {
    await during();
  } finally {
    await planner.ask('DELETE', `/api/appointments/schedule-exceptions/${id}`);
  }
}

test('a week is published: refused with every rule it breaks, kept over a lost network, and sent once', async ({
  page,
  context,
  api,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const planner = await api('supervisor1');
  await signIn('supervisor1');
  await page.goto('/console/schedule');
  await chooseSite(page, words, names);
  const weeks = page.getByRole('table', { name: words('今后八周', 'The next eight weeks') });
  const open = weeks.getByRole('row').filter({ has: page.getByRole('button', { disabled: false }) });
  // Not this week: of its days some are over.
  const row = weeks.locator(`[id="${await open.nth(1).getAttribute('id')}"]`);
  const monday = ((await row.getAttribute('id')) ?? '').replace('week-', '');
  const { isWorked } = await officeDays(planner);
  const worked = [0, 1, 2, 3, 4].map((n) => shiftDay(monday, n)).find(isWorked) ?? monday;
  const publish = row.getByRole('button');
  const act = words('公布', 'Publish');

  // Somebody shuts a noon while the question is open: the refusal names rule and day, and leads to the week.
  await publish.click();
  await withNoonShut(planner, site.id, worked, async () => {
    await page.getByRole('dialog').getByRole('button', { name: act }).click();
    const refusal = page.getByRole('alert');
    await expect(refusal.getByRole('listitem')).toHaveCount(1);
    await expect(row).toContainText(words('中午不间断', 'noon without a break'));
    await checkAccessibility();
    await lookAt('console-schedule-refused', TABLET_AND_DESK);
    await refusal.getByRole('button').click();
    await expect(row).toBeFocused();
    await expect(publish).toBeDisabled();
  });
  await page.reload();
  await expect(publish).toBeEnabled();

  // Without a network it says so and nothing is lost; with one again a double click publishes once.
  await context.setOffline(true);
  await publish.click();
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
  await expect(page.getByRole('alert')).toContainText(words('网络连接中断', 'The connection is lost'));
  await context.setOffline(false);
  const sent = sentTo(page, /\/schedule\/publications$/);
  await publish.click();
  await page.getByRole('dialog').getByRole('button', { name: act }).dblclick();
  await expect(row).toContainText(words('公布', 'published'));
  await expect(publish).toBeHidden();
  expect(sent()).toBe(1);

  // The public sees the week.
  const { weeks: shown } = await planner.ask<{ weeks: { monday: string; sites: { siteId: string }[] }[] }>(
    'GET',
    `/api/appointments/weeks?from=${monday}&count=1&site=${site.id}`,
  );
  expect(shown[0]?.sites.map((one) => one.siteId)).toEqual([site.id]);
});

test('on a slow network the button shows that the week is being published, and cannot be pressed again', async ({
  page,
  signIn,
  words,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/schedule');
  await chooseSite(page, words, names);
  const weeks = page.getByRole('table', { name: words('今后八周', 'The next eight weeks') });
  const publish = weeks.getByRole('button', { disabled: false }).last();
  const name = (await publish.getAttribute('aria-label')) ?? '';
  let release = () => undefined as void;
  const answered = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/schedule/publications', async (route) => {
    await answered;
    await route.continue();
  });
  const sent = sentTo(page, /\/schedule\/publications$/);
  await publish.click();
  const send = page.getByRole('dialog').getByRole('button', { name: words('公布', 'Publish') });
  await send.click();
  await expect(send).toHaveClass(/loading/);
  await send.click({ force: true });
  release();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(weeks.getByRole('button', { name })).toBeHidden();
  expect(sent()).toBe(1);
});
