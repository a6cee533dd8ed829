import { chooseServiceItem } from '../console/service-item.js';
import { expect, screenshot, test, travel } from '../harness/test.js';
import { Workplace } from './workplace.js';

const DAY_BY_DAY = 300_000;

test('a request goes all its way: registered, replied, rated, talked about twice, verified, and stands in the week’s report', async ({
  browser,
  baseURL,
  page,
  language,
  locale,
  words,
  api,
  lookAt,
}) => {
  test.setTimeout(DAY_BY_DAY);
  // Each language lives through a week of its own, which no other test uses: a week has one report.
  const ahead = language === 'en' ? 14 : 7;
  await travel(ahead);
  const origin = baseURL ?? '';
  const at = { browser, origin, locale: locale ?? 'zh-CN', words };

  // 1 · staff sign in. 2 · an operator registers what a caller says, and reads out number and code.
  const operator = await Workplace.of('operator1', at);
  await operator.page.goto('/console/register');
  await operator.choose('求助', 'Help');
  await chooseServiceItem(operator.page, words('公共住房', 'public housing'));
  await operator.page.locator('#element-what').fill('公租房楼道灯三天不亮，老人夜里出行不便');
  await operator.page.locator('#element-where').fill('向阳街道幸福路 12 号院门前');
  await operator.page.locator('#phone').fill('13912345678');
  await operator.page.keyboard.press('Control+Enter');
  const number = await operator.page.getByTestId('ticket-number').innerText();
  const code = await operator.page.getByTestId('query-code').innerText();
  expect(number).toMatch(/^\d{9,}$/);

  // 3 · dispatched to the unit; the handler accepts and replies.
  await operator.page
    .getByRole('link', { name: words('打开这件诉求去交办', 'Open this request to dispatch it') })
    .click();
  await expect(operator.page.locator('#ticket-number')).toContainText(number);
  const ticketPath = new URL(operator.page.url()).pathname;
  await operator.page
    .locator('#dispatch-unit')
    .selectOption({ label: words('住房和城乡建设局', 'Housing and Construction Bureau') });
  await operator.formally('交办', 'Dispatch');
  await operator.leave();

  const handler = await Workplace.of('handler1', at);
  await handler.page.goto(ticketPath);
  await handler.formally('受理', 'Accept');
  await handler.page.locator('#acts textarea, .acts textarea').first().fill('您好，已安排维修，三日内恢复照明。');
  await handler.formally('发出答复', 'Send the reply');

  // 4 · the citizen, without an account, sees the answer and is not satisfied.
  await page.goto(`/p/${number}`);
  await page.getByRole('textbox', { name: words('查询码', 'Query code') }).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已安排维修，三日内恢复照明')).toBeVisible();
  await page.getByRole('link', { name: words('评价办理结果', 'Rate the result') }).click();
  const worst = page.getByRole('radio', { name: words('很不满意', 'Very dissatisfied'), exact: true });
  await page.locator('label', { has: worst }).click();
  await page.getByRole('button', { name: words('提交评价', 'Send the rating') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('谢谢您的评价', 'Thank you') })).toBeVisible();

  // 5 · the case opens by itself, with its letter and its five working days.
  const unit = await api('handler1');
  const opened = await expect
    .poll(async () => (await caseOf(unit, number))?.state, { message: 'the case opens by itself' })
    .toBe('opened')
    .then(() => caseOf(unit, number));
  const casePath = `/console/interviews/${opened?.id}`;

  const inspector = await Workplace.of('inspector1', at);
  for (const round of [1, 2]) {
    // 6 · the unit: root cause, plan, a room, the talk with its minutes.
    await handler.page.goto(casePath);
    await handler.page.locator('#root-cause').fill('线路老化，备件没有储备');
    await handler.button('完成梳理', 'Complete the sorting out').click();
    await handler.choose('能办到的', 'Can be done');
    await handler.page.locator('#plan-text').fill('更换整段线路，夜间派人值守');
    await handler.page.locator('#legal-basis').fill('《城市照明管理规定》第二十条');
    await handler.button('完成方案', 'Complete the plan').click();
    // The first day is today, which may be over by now.
    await handler.page
      .getByRole('group', { name: words('日期', 'Day') })
      .getByRole('button')
      .nth(1)
      .click();
    await handler.page.locator('.room-times label').first().click();
    if (round === 1) await screenshot(handler.page, `main-job-rooms-${language}`);
    await handler.formally('发出约谈邀请', 'Send the invitation');
    await expect(handler.page.locator('#attendees')).toBeVisible();
    if (round === 1) await travel(1);
    await handler.page.reload();
    await handler.page.locator('#attendees').fill('王建国，副局长');
    await handler.page.locator('#minutes').fill('当面说明原因，约定两日内更换线路');
    await handler.choose('取得理解', 'Understanding won');
    await handler.formally('完成约谈', 'Complete the talk');
    await expect.poll(async () => (await caseOf(unit, number))?.state).toBe('held');

    // 7 · an inspector verifies by call: not satisfied means a second round, satisfied strikes case and request off.
    await inspector.page.goto(casePath);
    await inspector.choose('电话核实', 'By telephone');
    if (round === 1) await inspector.choose('仍不满意', 'Still dissatisfied');
    else await inspector.choose('满意或理解', 'Satisfied, or understands');
    await inspector.page.locator('#progress').fill(round === 1 ? '线路还没有更换' : '线路已更换，路灯亮了');
    await inspector.formally('提交核实', 'Send the verification');
    await expect.poll(async () => (await caseOf(unit, number))?.state).toBe(round === 1 ? 'opened' : 'closed');
  }
  await handler.leave();

  // The page remembers number and code for as long as the tab is open.
  await page.goto(`/p/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
  await expect(page.getByText(words('已办结', 'Closed')).first()).toBeVisible();
  await lookAt('main-job-struck-off');

  // 9 · the week's report: drafted, signed off, frozen, numbered, downloadable; an instruction on it becomes an item.
  const supervisor = await Workplace.of('supervisor1', at);
  await supervisor.page.goto('/console/reports');
  await supervisor.button('起草专报', 'Draft the report').click();
  await expect(supervisor.page.getByText(opened?.caseNumber ?? '')).toBeVisible();
  await supervisor.formally('签发专报', 'Sign off the report');
  await expect(supervisor.page.getByText(/第\s*\d+\s*期/).first()).toBeVisible();
  const downloading = supervisor.page.waitForEvent('download');
  await supervisor.page.getByRole('link', { name: words('下载 Word 文档', 'Download as Word') }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.docx$/);
  const reportPath = new URL(supervisor.page.url()).pathname;
  await screenshot(supervisor.page, `main-job-report-${language}`);
  await supervisor.leave();

  const leader = await Workplace.of('leader1', at);
  await leader.page.goto(reportPath);
  await leader.page
    .locator('#instruction-unit')
    .selectOption({ label: words('住房和城乡建设局', 'Housing and Construction Bureau') });
  await leader.page.locator('#instruction-text').fill('举一反三，全面排查老旧线路');
  // Beyond wherever the tests before have moved the suite's clock to.
  const due = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await leader.page.locator('#instruction-due').fill(due);
  await leader.formally('下达批示', 'Give the instruction');
  // In the list, not in the form where it was written.
  await expect(leader.page.getByRole('listitem').filter({ hasText: '举一反三，全面排查老旧线路' })).toBeVisible();
  await expect(leader.page.locator('#instruction-text')).toBeEmpty();
  await leader.leave();
  await inspector.leave();
  await travel(-ahead - 1);
});

interface CaseRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly ticketNumber: string;
  readonly state: string;
}

async function caseOf(
  client: { ask<T>(method: string, path: string): Promise<T> },
  ticketNumber: string,
): Promise<CaseRow | undefined> {
  const { items } = await client.ask<{ items: CaseRow[] }>('GET', '/api/interviews/cases?limit=100');
  return items.find((row) => row.ticketNumber === ticketNumber);
}
