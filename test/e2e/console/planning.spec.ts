import type { Locator } from '@playwright/test';
import { shiftDay } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';
import { chooseSite, confirm, siteId, TABLET_AND_DESK } from './planning.js';

/** Each language plans a site of its own: a roster that is in force shuts its days for another. */
const DUTY_SITES = {
  'zh-CN': { zh: '清河镇便民服务中心', en: 'Qinghe Township Service Centre' },
  en: { zh: '枫溪镇便民服务中心', en: 'Fengxi Township Service Centre' },
} as const;

/**
 * The cells of two leaders of different days, each free all day on the other's: no rule stands against a swap. The first
 * such two from the top, both on the screen: a list that scrolls between the press and the move drags what came under the
 * pointer meanwhile.
 */
async function swappableLeaders(grid: Locator): Promise<[Locator, Locator]> {
  const rows = await grid.locator('tbody tr').evaluateAll((elements) => {
    let day = -1;
    return elements.map((row) => {
      if (row.querySelector('th[scope=rowgroup]')) day += 1;
      return {
        day,
        leader: row.querySelector('td')?.querySelector('.duty-chip')?.textContent ?? '',
        text: row.textContent,
      };
    });
  });
  const textOf = (day: number) =>
    rows
      .filter((row) => row.day === day)
      .map(({ text }) => text)
      .join();
  const pairs = rows.flatMap((one, i) => rows.map((other, j) => ({ one, other, i, j })));
  const found = pairs
    .filter(({ one, other }) => one.leader !== '' && other.leader !== '' && one.day < other.day)
    .toSorted((a, b) => a.j - b.j)
    .find(({ one, other }) => !textOf(other.day).includes(one.leader) && !textOf(one.day).includes(other.leader));
  if (!found) throw new Error('no two leaders could swap');
  const leaderOf = (row: number) => grid.locator('tbody tr').nth(row).locator('td').first();
  return [leaderOf(found.i), leaderOf(found.j)];
}

/** The stream may show a change before its own answer has come; until then the grid takes no other. */
async function changed(grid: Locator): Promise<void> {
  await expect(grid).not.toHaveAttribute('aria-busy');
}

/** Takes the demo county's own roster of a site back: two cannot be in force for the same days. */
async function withdrawRosters(planner: ApiClient, site: string): Promise<void> {
  // The suite proposes and publishes them by itself, in the background, soon after its start.
  let published: { id: string; version: number }[] = [];
  await expect(async () => {
    const path = `/api/appointments/rosters?site=${site}&state=published`;
    published = (await planner.ask<{ items: { id: string; version: number }[] }>('GET', path)).items;
    expect(published.length).toBeGreaterThan(0);
  }).toPass({ timeout: 60_000 });
  for (const { id, version } of published) {
    await planner.ask('POST', `/api/appointments/rosters/${id}/withdraw`, {}, { ifMatch: version });
  }
}

test('a roster is proposed, changed from its cells by keyboard, swapped, published and withdrawn', async ({
  page,
  api,
  signIn,
  words,
  language,
  checkAccessibility,
  lookAt,
}) => {
  const planner = await api('supervisor1');
  await withdrawRosters(planner, await siteId(planner, DUTY_SITES[language]));
  await signIn('supervisor1');
  await page.goto('/console/duty');
  await chooseSite(page, words, DUTY_SITES[language]);
  await page.getByRole('button', { name: words('下个月', 'Next month') }).click();
  await page.getByRole('button', { name: words('排班建议', 'Propose') }).click();
  await page.waitForURL(/\/duty\/[0-9a-f-]+/, { timeout: 60_000 });
  const grid = page.getByRole('grid', { name: words('值班', 'Duty') });
  await expect(grid).toBeVisible();
  const violations = page.getByRole('region', { name: words('违反规定之处', 'Broken rules') });
  await expect(violations).toBeVisible();
  await checkAccessibility();
  await lookAt('console-duty', TABLET_AND_DESK);

  // The arrow keys lead through the cells, Enter opens who could have the duty, Escape leaves it as it was.
  const cells = grid.getByRole('gridcell');
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const choice = page.getByRole('dialog', { name: words('由谁值班', 'Who is on duty') });
  await expect(choice).toBeVisible();
  await checkAccessibility();
  const others = choice.getByRole('list').locator('button:not([aria-current])');
  const other = ((await others.first().locator('span').textContent()) ?? '').trim();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  await expect(cells.first()).toBeFocused();

  // The first leader's turn is given to another; what the rules refuse is said, and the cell stays as it was.
  await page.keyboard.press('Enter');
  await others.first().click();
  await expect(cells.first().filter({ hasText: other }).or(page.getByRole('alert')).first()).toBeVisible();
  await changed(grid);

  // S takes a duty, Escape gives up.
  await cells.first().focus();
  await page.keyboard.press('s');
  await expect(cells.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(cells.first()).toHaveAttribute('aria-selected', 'false');

  // S on one duty and S on another swaps the two; dragging one onto the other swaps them back.
  const [one, another] = await swappableLeaders(grid);
  const [a, b] = [await one.innerText(), await another.innerText()];
  await one.focus();
  await page.keyboard.press('s');
  await another.focus();
  await page.keyboard.press('s');
  await expect(one).toHaveText(b);
  await expect(another).toHaveText(a);
  await changed(grid);
  await one.scrollIntoViewIfNeeded();
  await expect(another).toBeInViewport({ ratio: 1 });
  await another.locator('.duty-chip').dragTo(one);
  await expect(one).toHaveText(a);

  const inForce = page.getByText(words('已发布', 'published'), { exact: true });
  const before = await inForce.count();
  await page.getByRole('button', { name: words('发布', 'Publish'), exact: true }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('将生效', 'comes into force'));
  await confirm(page, words('发布', 'Publish'));
  await expect(page.getByRole('button', { name: words('发布', 'Publish'), exact: true })).toBeHidden();
  await expect(inForce).toHaveCount(before + 1);

  await page.getByRole('button', { name: words('撤回', 'Withdraw'), exact: true }).click();
  await confirm(page, words('撤回', 'Withdraw'));
  await expect(inForce).toHaveCount(before);
});

test('who is away is marked in the draft at each of their duties, and the draft waits until that is put right', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/duty');
  await chooseSite(page, words, { zh: '柳林镇便民服务中心', en: 'Shiqiao Township Service Centre' });
  await page.getByRole('button', { name: words('下个月', 'Next month') }).click();
  await page.getByRole('button', { name: words('排班建议', 'Propose') }).click();
  await page.waitForURL(/\/duty\/[0-9a-f-]+/, { timeout: 60_000 });
  const grid = page.getByRole('grid', { name: words('值班', 'Duty') });
  await expect(grid).toBeVisible();
  const who = ((await grid.getByRole('gridcell').nth(1).locator('.duty-chip').textContent()) ?? '').replace(
    /[AB]$/,
    '',
  );

  const absences = page.getByRole('region', { name: words('请假', 'Absences') });
  await absences.getByText(words('登记请假', 'Report an absence'), { exact: true }).first().click();
  await absences.getByRole('button', { name: words('登记请假', 'Report an absence') }).click();
  await expect(absences.getByRole('alert')).toContainText(words('请填写人员', 'Give the officer'));
  await absences.getByLabel(words('请假人员', 'Who is away')).selectOption({ label: who });
  const from = new URL(page.url()).searchParams.get('month') ?? '';
  await absences.getByLabel(words('从', 'From'), { exact: true }).fill(`${from}-01`);
  await absences.getByLabel(words('到', 'To'), { exact: true }).fill(shiftDay(`${from}-01`, 6));
  await absences.getByLabel(words('事由', 'Reason')).fill(words('外出培训', 'training'));
  await absences.getByRole('button', { name: words('登记请假', 'Report an absence') }).click();
  await confirm(page, words('登记请假', 'Report an absence'));
  await expect(absences.getByRole('listitem').filter({ hasText: who })).toBeVisible();

  const violations = page.getByRole('region', { name: words('违反规定之处', 'Broken rules') });
  const first = violations.getByRole('button').first();
  await expect(first).toContainText(words('必须改', 'must change'));
  await expect(page.getByRole('button', { name: words('发布', 'Publish'), exact: true })).toBeDisabled();
  await first.click();
  await expect(page.locator('td:focus .duty-fault')).not.toHaveCount(0);
  await checkAccessibility();
  await lookAt('console-duty-absence', TABLET_AND_DESK);

  await absences.getByRole('button', { name: words('销假', 'Is back') }).click();
  await confirm(page, words('销假', 'Is back'));
  await expect(absences.getByRole('listitem').filter({ hasText: who })).toBeHidden();
});
