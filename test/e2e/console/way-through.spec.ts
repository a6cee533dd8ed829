import type { Page } from '@playwright/test';
import { expect, test, travel } from '../harness/test.js';

/** What the API answers to a registration, as far as this spec needs it. */
interface Registered {
  id: string;
  number: string;
  queryCode: string;
}

interface Case {
  readonly ticketNumber: string;
}

const DAY_MS = 86_400_000;

/** The one question before a formal act. */
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('a request is dispatched, accepted, replied; rated badly it is talked over, verified and reported', async ({
  page,
  signIn,
  api,
  words,
  checkAccessibility,
  lookAt,
}) => {
  test.slow();
  const operator = await api('operator1');
  const ticket = await operator.ask<Registered>('POST', '/api/hotline/tickets', {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements: {
      when: '上周起',
      where: '解放路与人民路口',
      who: null,
      what: '路面塌陷半米，夜里没有警示灯',
      why: null,
      which: null,
      result: null,
    },
    contact: { phone: '13812345690', language: 'zh-CN' },
  });

  await test.step('the operator dispatches it to the suggested unit', async () => {
    await signIn('operator1');
    await page.goto('/console/tickets');
    await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
    await expect(page.getByRole('heading', { name: ticket.number })).toBeFocused();
    await checkAccessibility();
    await lookAt('console-ticket', [360, 768, 1024, 1440]);
    await page
      .getByLabel(words('承办单位', 'Unit'), { exact: true })
      .selectOption({ label: words('住房和城乡建设局', 'Housing and Construction Bureau') });
    await page.getByRole('button', { name: words('交办…', 'Dispatch…') }).click();
    await checkAccessibility();
    await confirm(page, words('交办', 'Dispatch'));
    await expect(page.getByRole('status').filter({ hasText: words('已交办', 'Dispatched') })).toBeVisible();
    // What had the focus is gone with its form; the next Tab goes on from here, not from the menu.
    await expect(page.getByRole('region', { name: words('办理', 'Actions'), exact: true })).toBeFocused();
  });

  await test.step('the handler accepts and replies; what was typed outlives a change by somebody else', async () => {
    await signIn('handler1');
    await page.goto(`/console/tickets/${ticket.id}`);
    await page.getByRole('button', { name: words('受理…', 'Accept…') }).click();
    await confirm(page, words('受理', 'Accept'));
    await expect(page.getByRole('status').filter({ hasText: words('已受理', 'Accepted') })).toBeVisible();
    const text = page.getByRole('textbox', { name: words('答复内容', 'Text of the reply') });
    await text.fill('已设围挡和警示灯，三日内修复。');
    await page.reload();
    await expect(text).toHaveValue('已设围挡和警示灯，三日内修复。');
    await page.getByRole('button', { name: words('发出答复…', 'Send the reply…') }).click();
    await confirm(page, words('答复', 'Reply'));
    await expect(
      page.getByRole('status').filter({ hasText: words('答复已送达', 'The citizen has the reply') }),
    ).toBeVisible();
  });

  const citizen = await api();
  await citizen.ask('POST', '/api/hotline/citizen/ratings', {
    number: ticket.number,
    code: ticket.queryCode,
    score: 1,
    comment: '坑还在',
  });

  await test.step('the unit goes through the three steps', async () => {
    const handler = await api('handler1');
    const cases = async () => (await handler.ask<{ items: Case[] }>('GET', '/api/interviews/cases?limit=100')).items;
    const opened = async () => (await cases()).some(({ ticketNumber }) => ticketNumber === ticket.number);
    await expect.poll(opened, { message: 'the case opens by itself' }).toBe(true);
    await page.goto('/console/interviews');
    await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
    await page.getByRole('textbox', { name: words('问题根源', 'Root cause') }).fill('管线单位与道路养护责任不清。');
    await checkAccessibility();
    await page.getByRole('button', { name: words('完成梳理', 'Complete the sorting out') }).click();
    await page.getByRole('radio', { name: words('能办到的', 'Can be done') }).check();
    await page.getByRole('textbox', { name: words('工作方案', 'Plan') }).fill('分管副局长现场约谈，当天排定施工。');
    await page
      .getByRole('textbox', { name: words('法律政策依据', 'Legal basis') })
      .fill('《城市道路管理条例》第二十条');
    await page.getByRole('button', { name: words('完成方案', 'Complete the plan') }).click();

    // The first day is today, which may be over: any later one has free rooms.
    await page
      .getByRole('group', { name: words('日期', 'Day') })
      .getByRole('button')
      .nth(1)
      .click();
    const rooms = page.getByRole('group', { name: words('空闲的约谈室', 'Free interview rooms') });
    await rooms.getByRole('radio').first().check();
    await checkAccessibility();
    await lookAt('console-interview', [360, 768, 1024, 1440]);
    await page.getByRole('button', { name: words('发出约谈邀请…', 'Send the invitation…') }).click();
    await confirm(page, words('发出约谈邀请', 'Send the invitation'));
    await expect(page.getByRole('button', { name: words('完成约谈…', 'Complete the talk…') })).toBeVisible();

    // The day of the talk comes; day and time of the appointment are filled in.
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { appointment } = await handler.ask<{ appointment: { endAt: string } }>('GET', `/api/interviews/cases/${id}`);
    const { now } = await handler.ask<{ now: string }>('GET', '/api/session');
    await travel((Date.parse(appointment.endAt) - Date.parse(now)) / DAY_MS);
    await signIn('handler1');
    await page.reload();
    await page.getByRole('textbox', { name: words('参加人员', 'Present') }).fill('孙副局长\n业主代表王某');
    await page.getByRole('textbox', { name: words('约谈记录', 'Minutes') }).fill('当面说明施工安排，诉求人同意。');
    await page.getByRole('radio', { name: words('取得理解', 'Understanding won') }).check();
    await page.getByRole('button', { name: words('增加一件承诺', 'Add a promise') }).click();
    await page.getByRole('textbox', { name: words('承诺 1：做什么', 'Promise 1: what') }).fill('修复路口塌陷');
    await page.getByRole('textbox', { name: words('承诺 1：责任人', 'Promise 1: who') }).fill('市政股 赵工');
    await page
      .getByLabel(words('承诺 1：完成日期', 'Promise 1: by which day'))
      .fill(new Date(Date.parse(appointment.endAt) + 30 * DAY_MS).toISOString().slice(0, 10));
    await checkAccessibility();
    await page.getByRole('button', { name: words('完成约谈…', 'Complete the talk…') }).click();
    await confirm(page, words('完成约谈', 'Complete the talk'));
    await expect(page.getByText('修复路口塌陷')).toBeVisible();
  });

  await test.step('the inspector verifies, and interview and request are struck off', async () => {
    await signIn('inspector1');
    await page.goto('/console/interviews?state=held');
    await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
    await page.getByRole('radio', { name: words('满意或理解', 'Satisfied, or understands') }).check();
    await page.getByRole('textbox', { name: words('办理进展', 'Progress') }).fill('已开工，诉求人确认。');
    await checkAccessibility();
    await page.getByRole('button', { name: words('提交核实…', 'Send the verification…') }).click();
    await confirm(page, words('提交核实', 'Send the verification'));
    await expect(
      page.getByRole('article').getByText(words('已销号', 'Struck off'), { exact: true }).first(),
    ).toBeVisible();
  });

  await test.step('the supervisor drafts, edits and signs off the week’s report', async () => {
    await signIn('supervisor1');
    await page.goto('/console/reports');
    await page.getByRole('button', { name: words('起草专报', 'Draft the report') }).click();
    await page
      .getByRole('textbox', { name: words('综述内容', 'Text of the summary') })
      .fill(`本周约谈按期完成，含诉求 ${ticket.number}。`);
    await page.getByRole('button', { name: words('保存综述', 'Save the summary') }).click();
    await expect(page.getByText(words('已保存', 'Saved'), { exact: true })).toBeVisible();
    await checkAccessibility();
    await lookAt('console-report', [360, 768, 1024, 1440]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words('下载 Word 文档', 'Download as Word') }).click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
  });
});
