import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';

const CASES = '/api/interviews/cases';
const VOLUNTEER = '沈若兰';

interface Ticket {
  id: string;
  number: string;
  queryCode: string;
  version: number;
}

interface Volunteer {
  id: string;
  version: number;
  name: string;
  hours: object[];
}

interface Appointed {
  appointment: { volunteerLost: object | null };
}

interface Case {
  id: string;
  caseNumber: string;
  ticketId: string;
  version: number;
}

/** A request of the handler's unit that disappointed, sorted out and planned: its talk is to be appointed. */
async function plannedTalk(operator: ApiClient, handler: ApiClient, citizen: ApiClient): Promise<Case> {
  const ticket = await operator.ask<Ticket>('POST', '/api/hotline/tickets', {
    kind: 'help',
    channel: 'telephone',
    serviceItemCode: 'road-damage',
    elements: {
      when: '上周起',
      where: '滨江路',
      who: null,
      what: '施工单位拖欠工钱，路面没有修完',
      why: null,
      which: null,
      result: null,
    },
    contact: { phone: '13812345691', language: 'zh-CN' },
  });
  const path = `/api/hotline/tickets/${ticket.id}`;
  const { items } = await operator.ask<{ items: { id: string; code: string }[] }>('GET', '/api/directory/units');
  const unitId = items.find(({ code }) => code === 'housing')?.id;
  const dispatched = await operator.ask<Ticket>('POST', `${path}/dispatch`, { unitId }, { ifMatch: ticket.version });
  const accepted = await handler.ask<Ticket>('POST', `${path}/accept`, {}, { ifMatch: dispatched.version });
  await handler.ask('POST', `${path}/reply`, { text: '已转施工单位。' }, { ifMatch: accepted.version });
  const rating = { number: ticket.number, code: ticket.queryCode, score: 1, comment: '没有解决' };
  await citizen.ask('POST', '/api/hotline/citizen/ratings', rating);
  let opened: Case | undefined;
  await expect(async () => {
    const cases = await handler.ask<{ items: Case[] }>('GET', `${CASES}?limit=100`);
    opened = cases.items.find(({ ticketId }) => ticketId === ticket.id);
    expect(opened).toBeDefined();
  }).toPass();
  if (!opened) throw new Error('no case was opened');
  const at = `${CASES}/${opened.id}`;
  const rootCause = { rootCause: '工程款有争议，工人工资没有专户。' };
  const sorted = await handler.ask<Case>('POST', `${at}/root-cause`, rootCause, { ifMatch: opened.version });
  const plan = { class: 'can_be_done', plan: '请懂劳动法的志愿者一起谈。', legalBasis: ['《保障农民工工资支付条例》'] };
  return handler.ask<Case>('POST', `${at}/plan`, plan, { ifMatch: sorted.version });
}

test('a volunteer is matched to a talk, sees it, and is free again when it moves', async ({
  page,
  signIn,
  api,
  words,
  checkAccessibility,
  lookAt,
}) => {
  test.slow();
  const talk = await plannedTalk(await api('operator1'), await api('handler1'), await api());
  const volunteers = page.getByRole('radiogroup', {
    name: words('谁参加', 'Who joins'),
  });
  const rooms = page.getByRole('group', { name: words('空闲的约谈室', 'Free interview rooms') });
  const day = (zh: string, en: string) =>
    page
      .getByRole('group', { name: words('日期', 'Day') })
      .getByRole('button', { name: words(zh, en) })
      .last();
  const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  await test.step('the handler books room and volunteer together', async () => {
    await signIn('handler1');
    await page.goto(`/console/interviews/${talk.id}`);
    await expect(page.getByText(words('选定时间后', 'Once a time is chosen'))).toBeVisible();
    // She gives Wednesday mornings.
    await day('周三', 'Wed').click();
    await rooms.getByRole('radio').first().check();
    await page.getByLabel(words('专长', 'Field'), { exact: true }).selectOption({ label: words('劳动', 'Labour') });
    await volunteers.getByRole('radio', { name: VOLUNTEER }).check();
    await checkAccessibility();
    await lookAt('console-volunteer-picker');
    await page.getByRole('button', { name: words('发出约谈邀请…', 'Send the invitation…') }).click();
    await confirm(words('发出约谈邀请', 'Send the invitation'));
    await expect(page.getByText(VOLUNTEER, { exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: words('参加人员', 'Present') })).toHaveValue(new RegExp(VOLUNTEER));
    await checkAccessibility();
    await lookAt('console-volunteer-at-talk');
  });

  await test.step('the volunteer sees the talk and nothing of its supervision', async () => {
    await signIn('volunteer1');
    await page.goto('/console/');
    await page.getByRole('link', { name: words('全部约谈', 'All interviews') }).click();
    await page
      .getByRole('list', { name: words('约谈', 'Interviews') })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('heading', { name: talk.caseNumber })).toBeFocused();
    await expect(page.getByText('请懂劳动法的志愿者一起谈。')).toBeVisible();
    await expect(page.getByRole('heading', { name: words('台账', 'Ledger') })).toBeHidden();
    await expect(page.getByRole('button', { name: words('改约…', 'Move the talk…') })).toBeHidden();
    await checkAccessibility();
    await lookAt('console-volunteer-own');
  });

  await test.step('a move to a time they do not give frees them; another is asked later', async () => {
    await signIn('handler1');
    await page.goto(`/console/interviews/${talk.id}`);
    await page
      .getByRole('button', { name: words('修改', 'Revise'), exact: true })
      .last()
      .click();
    await day('周五', 'Fri').click();
    await rooms.getByRole('radio').nth(2).check();
    await expect(page.getByText(words(`${VOLUNTEER}在新的时间没有空`, `${VOLUNTEER} is not free`))).toBeVisible();
    await lookAt('console-volunteer-lost');
    await page.getByRole('button', { name: words('改约…', 'Move the talk…') }).click();
    await confirm(words('改约', 'Move the talk'));
    await page.getByRole('button', { name: words('请志愿者参加', 'Ask a volunteer to join') }).click();
    await volunteers.getByRole('radio').nth(1).check();
    await checkAccessibility();
    await page.getByRole('button', { name: words('确定参加人', 'Set who joins') }).click();
    await expect(page.getByRole('button', { name: words('换一位或不请', 'Another one, or none') })).toBeVisible();
    await signIn('volunteer1');
    await page.goto(`/console/interviews/${talk.id}`);
    await expect(page.getByRole('alert')).toBeVisible();
  });

  await test.step('the talk goes on without a volunteer', async () => {
    await signIn('handler1');
    await page.goto(`/console/interviews/${talk.id}`);
    await page.getByRole('button', { name: words('换一位或不请', 'Another one, or none') }).click();
    await volunteers.getByRole('radio', { name: words('不请志愿者', 'No volunteer') }).check();
    await page.getByRole('button', { name: words('确定参加人', 'Set who joins') }).click();
    await expect(page.getByText(words('没有请志愿者。', 'No volunteer has been asked.'))).toBeVisible();
  });

  await test.step('narrowed hours are asked about, naming the talk; its unit reads that it needs another', async () => {
    await page.getByRole('button', { name: words('请志愿者参加', 'Ask a volunteer to join') }).click();
    await volunteers.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: words('确定参加人', 'Set who joins') }).click();
    await expect(page.getByRole('button', { name: words('换一位或不请', 'Another one, or none') })).toBeVisible();
    const present = await page.getByRole('textbox', { name: words('参加人员', 'Present') }).inputValue();
    const admin = await api('admin1');
    const { items } = await admin.ask<{ items: Volunteer[] }>('GET', '/api/appointments/volunteers?limit=100');
    const joining = items.find(({ name }) => present.includes(name));
    if (!joining) throw new Error(`nobody of ${present} is a volunteer`);

    await signIn('admin1');
    await page.goto(`/console/catalogue/${joining.id}?kind=volunteers`);
    const facts = page.getByRole('region', { name: words('志愿者', 'Volunteer'), exact: true });
    const remove = facts.getByRole('button', { name: words('删去时段 1', 'Remove hours 1') });
    for (let left = joining.hours.length; left > 0; left -= 1) await remove.click();
    await facts.getByRole('button', { name: words('保存', 'Save') }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(words('不在新的服务时间内', 'outside the new hours'));
    await checkAccessibility();
    await lookAt('console-volunteer-narrowed');
    await question.getByRole('button', { name: words('保存', 'Save') }).click();
    await expect(question).toBeHidden();
    // The interviews hear of it by an event.
    const handler = await api('handler1');
    const isLost = async () =>
      (await handler.ask<Appointed>('GET', `${CASES}/${talk.id}`)).appointment.volunteerLost !== null;
    await expect.poll(isLost).toBe(true);

    await signIn('handler1');
    await page.goto(`/console/interviews/${talk.id}`);
    const lost = words(`${joining.name}的服务时间有变`, `${joining.name} gives other hours now`);
    await expect(page.getByText(lost)).toBeVisible();
    await checkAccessibility();
    await lookAt('console-volunteer-hours-lost');
    const { id, version, ...asBefore } = joining;
    await admin.ask('PUT', `/api/appointments/volunteers/${id}`, asBefore, { ifMatch: version + 1 });
  });
});
