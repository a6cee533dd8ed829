import { shiftDay } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';
import { chooseSite, siteId, TABLET_AND_DESK, type SiteNames } from './planning.js';

const SITES: Readonly<Record<'zh-CN' | 'en', SiteNames>> = {
  'zh-CN': { zh: '南山乡便民服务中心', en: 'Nanshan Township Service Centre' },
  en: { zh: '柳林镇便民服务中心', en: 'Liulin Township Service Centre' },
};
const DAYS = 14;

interface Draft {
  id: string;
  version: number;
  fromDay: string;
  officers: { id: string; name: string }[];
  days: {
    day: string;
    kind: string;
    sessions: { session: string; duties: { officerId: string; id: string }[] }[];
    rests: { officerId: string; session: 'morning' | 'afternoon' }[];
  }[];
}

/** A draft of two weeks from the first day of next month on, as the solver makes it. */
async function drafted(planner: ApiClient, site: string): Promise<Draft> {
  const { asOf } = await planner.ask<{ asOf: string }>('GET', '/api/appointments/slots/earliest?item=id-card-renewal');
  const [year = 0, month = 1] = asOf.slice(0, 7).split('-').map(Number);
  const fromDay = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const { roster } = await planner.ask<{ roster: Draft }>(
    'POST',
    '/api/appointments/rosters/proposals',
    { siteId: site, fromDay, toDay: shiftDay(fromDay, DAYS - 1) },
    { idempotencyKey: crypto.randomUUID() },
  );
  return roster;
}

/** A half-day the draft gives back to somebody, and another half-day on which that person is on duty. */
function restAndDuty({ days }: Draft) {
  const found = days
    .flatMap(({ day, rests }) => rests.map((rest) => ({ day, rest })))
    .flatMap(({ day, rest }) =>
      days
        .filter((other) => other.kind === 'working' && other.day !== day)
        .flatMap((other) =>
          (['morning', 'afternoon'] as const)
            .filter((half) =>
              other.sessions.some(
                ({ session, duties }) =>
                  session === half && duties.some(({ officerId }) => officerId === rest.officerId),
              ),
            )
            .map((half) => ({ day, rest, busy: other.day, half })),
        ),
    )
    .at(0);
  if (!found) throw new Error('nobody has a half-day back and is on duty on another day');
  return found;
}

test('a half-day worked on a weekend is given back, taken back, and never given to somebody on duty', async ({
  page,
  api,
  signIn,
  words,
  language,
  checkAccessibility,
  lookAt,
}) => {
  const planner = await api('supervisor1');
  const site = SITES[language];
  const roster = await drafted(planner, await siteId(planner, site));
  const { day, rest, busy, half } = restAndDuty(roster);
  const who = roster.officers.find(({ id }) => id === rest.officerId)?.name ?? '';

  await signIn('supervisor1');
  await page.goto('/console/duty');
  await chooseSite(page, words, site);
  await page.goto(`/console/duty/${roster.id}?month=${roster.fromDay.slice(0, 7)}`);
  const grid = page.getByRole('grid', { name: words('值班', 'Duty') });
  const cellOf = (one: string) => page.locator(`[id="duty-${one}.day"]`);
  await expect(cellOf(day)).toContainText(who);
  const dialog = page.getByRole('dialog');
  const lineOf = (session: 'morning' | 'afternoon') =>
    session === 'morning' ? words(`${who}（上午）`, `${who} (Morning)`) : words(`${who}（下午）`, `${who} (Afternoon)`);

  // Taken back from the cell, by keyboard: the half-day is owed again.
  await cellOf(day).focus();
  await page.keyboard.press('Enter');
  const line = dialog.getByRole('listitem').filter({ hasText: lineOf(rest.session) });
  await line.getByRole('button', { name: words('取消轮休', 'Take it back') }).click();
  await expect(cellOf(day)).not.toContainText(lineOf(rest.session));

  // On a day the person is on duty it cannot be given: the rule, the day and the cell are named.
  const give = async (on: string, session: 'morning' | 'afternoon') => {
    await cellOf(on).click();
    await dialog.getByLabel(words('轮休人员', 'Who is off')).selectOption(rest.officerId);
    await dialog
      .getByRole('radio', { name: session === 'morning' ? words('上午', 'Morning') : words('下午', 'Afternoon') })
      .check();
    await dialog.getByRole('button', { name: words('安排轮休', 'Give the half-day') }).dblclick();
  };
  await give(busy, half);
  const refusal = page.getByRole('alert').filter({ hasText: who });
  await expect(refusal).toBeVisible();
  await checkAccessibility();
  await lookAt('console-duty-refused', TABLET_AND_DESK);
  await refusal.getByRole('button', { name: who }).first().click();
  await expect(grid.locator('td:focus')).toContainText(who);

  await give(day, rest.session);
  await expect(refusal).toBeHidden();
  await expect(cellOf(day)).toContainText(lineOf(rest.session));
});

test('what another planner changes while the question stands open is not published unseen', async ({
  page,
  context,
  api,
  signIn,
  words,
  language,
}) => {
  const planner = await api('supervisor1');
  const site = SITES[language];
  const roster = await drafted(planner, await siteId(planner, site));
  const ofOne = (day: Draft['days'][number], officerId: string) =>
    day.rests.filter((one) => one.officerId === officerId);
  // Of somebody who has nothing else back on that day.
  const [found] = roster.days.flatMap((day) =>
    day.rests.filter(({ officerId }) => ofOne(day, officerId).length === 1).map((rest) => ({ day, rest })),
  );
  if (!found) throw new Error('the solver gives no half-day back');
  const { day, rest } = found;
  const who = roster.officers.find(({ id }) => id === rest.officerId)?.name ?? '';
  await signIn('supervisor1');
  await page.goto('/console/duty');
  await chooseSite(page, words, site);
  const mine = page;
  const theirs = await context.newPage();
  for (const tab of [mine, theirs]) {
    await tab.goto(`/console/duty/${roster.id}?month=${roster.fromDay.slice(0, 7)}`);
    await expect(tab.locator(`[id="duty-${day.day}.day"]`)).toContainText(who, { timeout: 30_000 });
  }
  await mine.getByRole('button', { name: words('发布', 'Publish'), exact: true }).click();
  await theirs.locator(`[id="duty-${day.day}.day"]`).click();
  await theirs
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: who })
    .getByRole('button', { name: words('取消轮休', 'Take it back') })
    .click();
  await expect(theirs.locator(`[id="duty-${day.day}.day"]`)).not.toContainText(who);

  await mine
    .getByRole('dialog')
    .getByRole('button', { name: words('发布', 'Publish') })
    .click();
  await expect(mine.getByRole('alert')).toBeVisible();
  // The page shows the roster as the other planner left it, still a draft.
  await expect(mine.locator(`[id="duty-${day.day}.day"]`)).not.toContainText(who);
  const now = await planner.ask<{ state: string; version: number }>('GET', `/api/appointments/rosters/${roster.id}`);
  expect(now).toMatchObject({ state: 'draft', version: roster.version + 1 });
});
