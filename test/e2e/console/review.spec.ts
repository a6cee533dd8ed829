import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';

interface Ticket {
  id: string;
  number: string;
  queryCode: string;
  version: number;
}

/** A request that an operator has taken down, and that was refused with a legal basis. */
async function refusedRequest(operator: ApiClient, refusedBy = operator): Promise<Ticket> {
  const elements = {
    when: null,
    where: '新华路',
    who: null,
    what: '邻里纠纷请求处理',
    why: null,
    which: null,
    result: null,
  };
  const ticket = await operator.ask<Ticket>('POST', '/api/hotline/tickets', {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements,
    contact: { phone: '13812345677', language: 'zh-CN' },
  });
  const refusal = { legalBasis: '《信访工作条例》第二十条' };
  await refusedBy.ask('POST', `/api/hotline/tickets/${ticket.id}/refuse`, refusal, { ifMatch: ticket.version });
  return ticket;
}

test('a citizen asks for a review on the web; the supervisor finds it and sets the refusal aside', async ({
  page,
  signIn,
  api,
  words,
  checkAccessibility,
  lookAt,
}) => {
  test.slow();
  const { number, queryCode } = await refusedRequest(await api('operator1'));
  const opened = page.getByRole('heading', { level: 1, name: number });

  await test.step('the citizen says why', async () => {
    await page.goto(`/p/${number}`);
    await page.getByRole('textbox', { name: words('查询码', 'Query code') }).fill(queryCode);
    await page.keyboard.press('Enter');
    await expect(opened).toBeFocused();
    await page.getByText(words('申请复议', 'Ask for a review'), { exact: true }).click();
    const send = page.getByRole('button', { name: words('提交复议申请', 'Send'), exact: true });
    await send.click();
    await expect(page.getByRole('group', { name: words('请改正以下', 'Please correct') })).toBeFocused();
    await page.getByRole('textbox', { name: words('理由', 'Your reason') }).fill('不是邻里纠纷，是公共通道被占。');
    await checkAccessibility();
    await lookAt('portal-review');
    await send.dblclick();
    await expect(page.getByText(words('结果会用短信告知您', 'We will text you the result'))).toBeVisible();
    await checkAccessibility();
  });

  await test.step('the supervisor finds it by the filter and decides', async () => {
    await signIn('supervisor1');
    await page.goto('/console/tickets');
    await page.getByRole('combobox', { name: words('按复议筛选', 'Filter by review') }).selectOption('asked');
    const row = page.getByRole('link', { name: new RegExp(number) });
    await expect(row).toContainText(words('申请复议', 'Review asked for'));
    await lookAt('console-reviews');
    await row.click();
    await expect(page.getByText('不是邻里纠纷，是公共通道被占。').first()).toBeVisible();
    await page.getByRole('button', { name: words('复议撤销', 'Set aside'), exact: true }).click();
    await page
      .getByRole('textbox', { name: words('撤销的理由', 'Why it is set aside') })
      .fill('公共通道属受理范围，交住建局办理。');
    await checkAccessibility();
    await lookAt('console-review');
    await page.getByRole('button', { name: words('撤销并重新办理…', 'Set aside and reopen…') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('复议撤销', 'Set aside'), exact: true })
      .click();
    await expect(
      page.getByText(words('已撤销原处理，重新办理。', 'Set aside; the request is open again.')),
    ).toBeVisible();
    await expect(page.getByText(words('复议撤销，重新办理', 'Set aside on review, reopened'))).toBeVisible();
    await checkAccessibility();
  });

  await test.step('the citizen reads the decision and its reason', async () => {
    // The ticket is kept open for this tab.
    await page.goto(`/p/${number}`);
    await expect(opened).toBeFocused();
    await expect(page.getByText('公共通道属受理范围，交住建局办理。')).toBeVisible();
    await lookAt('portal-review-decided');
    await checkAccessibility();
  });
});

test('a supervisor reads why the review of what they refused themselves is not theirs to decide', async ({
  page,
  signIn,
  api,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const { id, number, queryCode } = await refusedRequest(await api('operator1'), await api('supervisor1'));
  const citizen = await api();
  await citizen.ask('POST', '/api/hotline/citizen/reviews', { number, code: queryCode, reason: '请再看一看' });
  await signIn('supervisor1');
  await page.goto(`/console/tickets/${id}`);
  const acts = page.getByRole('region', { name: words('办理', 'Actions'), exact: true });
  await expect(acts).toContainText(words('复议须由另一位同事审核', 'a colleague has to decide on the review'));
  await expect(acts.getByRole('button')).toHaveCount(0);
  await checkAccessibility();
  await lookAt('console-review-own');
});

test('a volunteer’s number is entered, shown masked, and taken away', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=volunteers');
  await page
    .getByRole('link', { name: /方|沈|白|何|周|王|李|陈/ })
    .last()
    .click();
  const part = page.getByRole('region', { name: words('短信通知', 'Text messages') });
  const phone = part.getByRole('textbox', { name: words('手机号码', 'Mobile number') });
  const save = part.getByRole('button', { name: words('保存', 'Save') });
  await phone.fill('0571-88886666');
  await save.click();
  await expect(part.getByText(words('该号码收不到短信', 'That number receives no text messages'))).toBeVisible();
  await phone.fill('13800008642');
  await save.click();
  await expect(part.getByText('138****8642')).toBeVisible();
  await expect(phone).toHaveValue('');
  await checkAccessibility();
  await lookAt('console-volunteer-contact');
  await part.getByRole('checkbox', { name: words('删去已登记的号码', 'Remove the number') }).check();
  await save.click();
  await expect(part.getByText(words('还没有号码', 'No number yet'))).toBeVisible();
});

test('a list narrowed to reviews tells of one that is asked for, and of nothing else', async ({
  page,
  signIn,
  api,
  words,
}) => {
  const operator = await api('operator1');
  const { number, queryCode } = await refusedRequest(operator);
  await signIn('supervisor1');
  await page.goto('/console/tickets?review=asked');
  await expect(page.getByText(words('实时更新', 'Live'), { exact: true })).toBeVisible();
  // The list has been read: what is asked for from here on is none of its rows yet.
  const read = page.getByText(words('已全部显示', 'All shown'), { exact: true });
  const none = page.getByText(words('没有符合筛选条件的诉求', 'No request matches'));
  await expect(read.or(none)).toBeVisible();
  const arrivals = page.getByRole('button', { name: words('1 条新诉求，点击显示', '1 new request, press to show') });

  // Another request that is refused is no review: the one that is asked for after it is the only one told of.
  await refusedRequest(operator);
  const citizen = await api();
  await citizen.ask('POST', '/api/hotline/citizen/reviews', { number, code: queryCode, reason: '请再看一看' });
  await arrivals.click();
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await expect(arrivals).toHaveCount(0);
});
