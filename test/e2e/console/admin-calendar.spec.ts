import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.js';

/** Past days, so that no open limit of another test moves. */
const CLOSED = '2026-03-10';
const CONTESTED = '2026-03-11';
const LOST = '2026-03-12';

/** Far enough ahead that no limit reaches into it. */
const YEAR = new Date().getFullYear() + 2;

/** As the State Council publishes it; the days are made up. */
const NOTICE = `国务院办公厅关于${YEAR}年部分节假日安排的通知
国办发明电〔${YEAR - 1}〕8号
一、元旦：1月1日（周六）至3日（周一）放假调休，共3天。
二、国庆节：10月1日至7日放假调休，共8天。
三、前一年：${YEAR - 1}年12月26日上班。`;

async function confirm(page: Page): Promise<void> {
  const question = page.getByRole('dialog');
  await question.getByRole('button').first().click();
  await expect(question).toBeHidden();
}

const declare = (day: string, kind: string): object => ({ day, kind, reason: '另一位管理员' });

test('a year can be read by everybody, from a phone to a desk', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/calendar?year=2026');
  await expect(page.getByRole('heading', { level: 1, name: words('工作日历', 'Working calendar') })).toBeVisible();
  await expect(page.locator('[data-day="2026-10-01"]')).toHaveAccessibleName(new RegExp(words('放假', 'holiday')));
  await checkAccessibility();
  await lookAt('console-calendar');
});

test('a day is closed with a reason and put back, by keyboard; what it changes is said first', async ({
  page,
  api,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await (await api('admin1')).ask('POST', '/api/hotline/calendar-days', declare(CLOSED, 'as_published'));
  await signIn('admin1');
  await page.goto('/console/calendar?year=2026');
  await page.locator(`[data-day="2026-03-03"]`).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: words('改动这一天', 'Change this day') });
  await form.getByRole('radio', { name: words('上班', 'open'), exact: true }).check();
  await page.keyboard.press('Control+Enter');
  const summary = form.getByRole('group', { name: words('需要更正', 'to put right') });
  await expect(summary.getByRole('link')).toHaveCount(2);
  await checkAccessibility();
  await form.getByRole('radio', { name: words('不上班', 'closed') }).check();
  await form.getByLabel(words('原因', 'Reason')).fill('台风停工');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('未办结的时限立即重新计算', 'Every open limit is counted again'));
  await confirm(page);
  await expect(form.getByRole('status')).toContainText(words('正在重新计算', 'being counted again'));
  await expect(page.locator(`[data-day="${CLOSED}"]`)).toHaveAccessibleName(
    new RegExp(words('本单位不上班', 'office closed')),
  );
  await expect(page.getByText('台风停工').first()).toBeVisible();
  await lookAt('console-calendar-day');

  await form.getByLabel(words('原因', 'Reason')).fill('恢复上班');
  await form.getByRole('button', { name: words('撤回设定', 'Withdraw') }).click();
  await confirm(page);
  await expect(page.locator(`[data-day="${CLOSED}"]`)).toHaveAccessibleName(new RegExp(words('工作日', 'working day')));
});

test('what another administrator said of the day meanwhile is shown before anything is replaced', async ({
  page,
  api,
  signIn,
  words,
  checkAccessibility,
}) => {
  const admin = await api('admin1');
  await admin.ask('POST', '/api/hotline/calendar-days', declare(CONTESTED, 'as_published'));
  await signIn('admin1');
  await page.goto(`/console/calendar/${CONTESTED}?year=2026`);
  const form = page.getByRole('region', { name: words('改动这一天', 'Change this day') });
  const reason = form.getByLabel(words('原因', 'Reason'));
  await reason.fill('停电检修');
  await admin.ask('POST', '/api/hotline/calendar-days', declare(CONTESTED, 'free'));
  await form.getByRole('button', { name: words('设定', 'Declare it') }).click();
  await confirm(page);
  const notice = form.getByRole('alert');
  await expect(notice).toContainText('另一位管理员');
  await expect(reason).toHaveValue('停电检修');
  await checkAccessibility();
  await notice.getByRole('button').click();
  await form.getByRole('radio', { name: words('不上班', 'closed') }).check();
  await form.getByRole('button', { name: words('设定', 'Declare it') }).click();
  await confirm(page);
  await expect(notice).toBeHidden();
  await expect(page.getByRole('article')).toContainText('停电检修');
  await admin.ask('POST', '/api/hotline/calendar-days', declare(CONTESTED, 'as_published'));
});

test('a day whose answer was lost on the way is not declared a second time unseen', async ({
  page,
  api,
  signIn,
  words,
}) => {
  const admin = await api('admin1');
  await admin.ask('POST', '/api/hotline/calendar-days', declare(LOST, 'as_published'));
  await signIn('admin1');
  await page.goto(`/console/calendar/${LOST}?year=2026`);
  const form = page.getByRole('region', { name: words('改动这一天', 'Change this day') });
  await form.getByLabel(words('原因', 'Reason')).fill('防汛');
  await page.route(
    '**/api/hotline/calendar-days',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await form.getByRole('button', { name: words('设定', 'Declare it') }).click();
  await confirm(page);
  // What the lost answer said is read again: it shows what has become of the day.
  await expect(page.locator(`[data-day="${LOST}"]`)).toHaveAccessibleName(
    new RegExp(words('本单位不上班', 'office closed')),
  );
  await expect(form.getByRole('button', { name: words('设定', 'Declare it') })).toBeDisabled();
  await admin.ask('POST', '/api/hotline/calendar-days', declare(LOST, 'as_published'));
});

test('a year is read in from its notice, doubts and refusals stand at their rows, and it is confirmed', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto(`/console/calendar/bring-in?year=${YEAR}`);
  const form = page.locator('form.act-form');
  await form.getByLabel(words('通知原文', 'Text of the notice')).fill(NOTICE);
  await form.getByRole('button', { name: words('从原文读出', 'Read the text') }).click();
  const read = form.getByRole('status');
  await expect(read).toContainText(words('读出 2 个假期', 'Found 2 holidays'));
  await expect(read.getByRole('listitem')).toHaveCount(2);
  const holiday = (number: number) =>
    form.getByRole('group', { name: words(`假期 ${number}`, `Holiday ${number}`), exact: true });
  await expect(holiday(2).getByLabel(words('到', 'To'))).toHaveValue(`${YEAR}-10-07`);
  await expect(form.getByLabel(words('通知文号', 'Number of the notice'))).toHaveValue(`国办发明电〔${YEAR - 1}〕8号`);
  const preview = page.getByRole('region', { name: words('核对年历', 'Check the months') });
  await expect(preview).toContainText(words('放假 10 天', '10 days off'));
  await checkAccessibility();
  await lookAt('console-calendar-bring-in');

  await form.getByRole('button', { name: words('加一个调休上班日', 'Add a make-up day') }).click();
  const makeUp = form.getByRole('group', { name: words('调休上班日 1', 'Make-up day 1') });
  await makeUp.getByLabel(words('日期', 'Day'), { exact: true }).fill(`${YEAR}-10-03`);
  await form.getByRole('button', { name: words('录入这一年', 'Bring in the year') }).click();
  await expect(page.getByRole('dialog')).toContainText(words('放假 10 天', '10 days off'));
  await confirm(page);
  await expect(makeUp.getByLabel(words('日期', 'Day'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByRole('group', { name: words('需要更正', 'to put right') })).toContainText(`${YEAR}-10-03`);
  await checkAccessibility();
  await makeUp.getByRole('button').click();
  await form.getByRole('button', { name: words('录入这一年', 'Bring in the year') }).click();
  await confirm(page);
  await expect(page.locator(`[data-day="${YEAR}-10-07"]`)).toHaveAccessibleName(new RegExp(words('放假', 'holiday')));
  await expect(page.getByText(`国办发明电〔${YEAR - 1}〕8号`)).toBeVisible();
  await lookAt('console-calendar-brought-in');
});

test('a year that another administrator corrected is compared before it is brought in again', async ({
  page,
  api,
  signIn,
  words,
}) => {
  const admin = await api('admin1');
  const path = `/api/hotline/calendar-years/${YEAR}`;
  const year = { holidays: [`${YEAR}-01-01`, `${YEAR}-10-01`], makeUpDays: [], source: '国办发明电1号' };
  await admin.ask('PUT', path, year);
  await signIn('admin1');
  await page.goto(`/console/calendar?year=${YEAR}`);
  await page.getByRole('link', { name: words('更正', 'Correct it') }).click();
  const form = page.locator('form.act-form');
  const source = form.getByLabel(words('通知文号', 'Number of the notice'));
  await source.fill('国办发明电2号');
  await admin.ask('PUT', path, { ...year, holidays: [...year.holidays, `${YEAR}-10-02`] });
  await form.getByRole('button', { name: words('录入这一年', 'Bring in the year') }).click();
  await confirm(page);
  const notice = form.getByRole('alert');
  await expect(notice).toContainText(`${YEAR}-10-01 – ${YEAR}-10-02`);
  await expect(source).toHaveValue('国办发明电2号');
  await notice.getByRole('button').click();
  await form.getByRole('button', { name: words('录入这一年', 'Bring in the year') }).click();
  await expect(page.getByRole('dialog')).toContainText(words('放假 3 天', '3 days off'));
  await confirm(page);
  await expect(page.getByText('国办发明电2号')).toBeVisible();
});

interface OpenRequest {
  readonly id: string;
  readonly clock: { readonly state: string; readonly dueAt: string | null };
}

test('the days left are counted by the calendar the services count by', async ({ page, api, signIn, words }) => {
  const DAY_MS = 86_400_000;
  const officeDay = (at: string): number => Math.floor((Date.parse(at) + 8 * 3_600_000) / DAY_MS);
  const { items } = await (
    await api('handler1')
  ).ask<{ items: OpenRequest[] }>('GET', '/api/hotline/tickets?limit=100');
  const { asOf } = await (await api()).ask<{ asOf: string }>('GET', '/api/hotline/calendar');
  const daysTo = ({ clock }: OpenRequest): number => officeDay(clock.dueAt ?? asOf) - officeDay(asOf);
  const open = items.find((one) => ['running', 'near'].includes(one.clock.state) && daysTo(one) > 1);
  if (!open) throw new Error('the demo county has no open limit');
  // As if every day of the coming weeks had been declared worked, weekends and holidays too.
  await page.route('**/api/hotline/calendar', async (route) => {
    const response = await route.fetch();
    const inForce: object = await response.json();
    const worked = Array.from({ length: 60 }, (_, n) =>
      new Date((officeDay(asOf) + n) * DAY_MS).toISOString().slice(0, 10),
    );
    await route.fulfill({ response, json: { ...inForce, worked, free: [] } });
  });
  await signIn('handler1');
  await page.goto(`/console/tickets/${open.id}`);
  const days = daysTo(open);
  await expect(page.locator('.row[aria-current] .clock-state')).toContainText(
    words(`还剩 ${days} 个工作日`, `${days} working days left`),
  );
});
