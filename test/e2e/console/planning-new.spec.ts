import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test.js';
import { confirm, saved, sentTo, TABLET_AND_DESK, unfold } from './planning.js';

/** A name nobody has yet: what is entered stays in the county. */
const fresh = (): string => String(Date.now() % 1_000_000_000);

/** A folded part of a section by what its line says. */
const partOf = (section: Locator, text: string): Locator =>
  section.locator('details').filter({ has: section.page().locator('> summary', { hasText: text }) });

/** Holds the answers to what is sent to a path back until it is released. */
async function slowed(page: Page, path: string): Promise<() => void> {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(path, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a site is entered with a post, a window and the people who serve there', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const name = fresh();
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=sites');
  await page.getByRole('button', { name: words('新增网点', 'Add a site') }).click();
  const form = page.getByRole('region', { name: words('新增网点', 'Add a site') });
  const send = form.getByRole('button', { name: words('新增网点', 'Add a site') });
  await send.click();
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill(`新区便民站${name}`);
  await form.getByLabel(words('名称（英文）', 'Name (English)')).fill(`New Quarter Station ${name}`);
  await form.getByLabel(words('地址', 'Address')).fill('清河县新区路1号');
  await form.getByLabel(words('电话', 'Telephone')).fill('0319-5550100');
  await checkAccessibility();
  const release = await slowed(page, '**/api/appointments/sites');
  const sent = sentTo(page, /\/sites$/);
  await send.dblclick();
  await expect(send).toHaveClass(/loading/);
  release();
  const heading = page.getByRole('heading', { level: 2, name });
  await expect(heading).toBeVisible();
  expect(sent()).toBe(1);

  const posts = page.getByRole('region', { name: words('岗位', 'Posts'), exact: true });
  const newPost = await unfold(partOf(posts, words('新增岗位', 'Add a post')));
  await newPost.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('综合岗');
  await newPost.getByLabel(words('名称（英文）', 'Name (English)')).fill('General desk');
  await newPost.getByLabel(words('所需资格', 'Qualifications asked for')).fill('社会保险\n居住证');
  await saved(page, () => newPost.getByRole('button', { name: words('新增岗位', 'Add a post') }).click());

  const officers = page.getByRole('region', { name: words('人员', 'Officers'), exact: true });
  const newOfficer = await unfold(partOf(officers, words('新增人员', 'Add an officer')));
  const add = async (who: string, qualifications: readonly string[]) => {
    await newOfficer.getByLabel(words('姓名', 'Name'), { exact: true }).fill(who);
    for (const one of qualifications) await newOfficer.getByLabel(one, { exact: true }).check();
    await saved(page, () => newOfficer.getByRole('button', { name: words('新增人员', 'Add an officer') }).click());
    await expect(partOf(officers, who)).toBeVisible();
  };
  await add('高敏', ['社会保险', '居住证']);
  await add('丁力', ['社会保险']);

  // Only who is qualified can have a seat; the refusal names the person.
  const post = await unfold(partOf(posts, words('综合岗', 'General desk')));
  const seats = post.getByRole('group', { name: words('A岗和B岗', 'A and B person') });
  await seats.getByLabel(words('A岗', 'A person')).selectOption({ label: '高敏' });
  await seats
    .getByLabel(words('B岗', 'B person'))
    .selectOption({ label: words('丁力（资格不符）', '丁力 (not qualified)') });
  await seats.getByRole('button', { name: words('保存', 'Save') }).click();
  await expect(seats.getByRole('alert')).toContainText('丁力');
  const second = await unfold(partOf(officers, '丁力'));
  await second.getByLabel('居住证', { exact: true }).check();
  await saved(page, () => second.getByRole('button', { name: words('保存', 'Save') }).click());
  await saved(page, () => seats.getByRole('button', { name: words('保存', 'Save') }).click());
  await expect(post.locator('> summary')).toContainText('丁力');

  const windows = page.getByRole('region', { name: words('窗口', 'Windows'), exact: true });
  const newWindow = await unfold(partOf(windows, words('新增窗口', 'Add a window')));
  await newWindow.getByLabel(words('编码', 'Code')).fill('1');
  await newWindow.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('1号窗口');
  await newWindow.getByLabel(words('名称（英文）', 'Name (English)')).fill('Window 1');
  await newWindow.getByLabel(words('岗位', 'Post'), { exact: true }).selectOption({ index: 1 });
  await saved(page, () => newWindow.getByRole('button', { name: words('新增窗口', 'Add a window') }).click());
  const window = await unfold(partOf(windows, words('1号窗口', 'Window 1')));
  const handled = window.getByRole('group', { name: words('办理事项', 'Items it handles') });
  await handled.getByRole('checkbox').first().check();
  await saved(page, () => handled.getByRole('button', { name: words('保存', 'Save') }).click());
  await expect(window.locator('> summary')).toContainText(words('1 个事项', '1 item'));
  await checkAccessibility();
  await lookAt('console-catalogue-new-site', TABLET_AND_DESK);

  // Somebody with a seat cannot leave before another has it; then they can, and come back.
  await second.getByRole('button', { name: words('办理离岗', 'Works here no more') }).click();
  await confirm(page, words('办理离岗', 'Works here no more'));
  await expect(second.getByRole('alert')).toContainText(words('综合岗', 'General desk'));
  await seats.getByLabel(words('B岗', 'B person')).selectOption({ index: 0 });
  await saved(page, () => seats.getByRole('button', { name: words('保存', 'Save') }).click());
  await second.getByRole('button', { name: words('办理离岗', 'Works here no more') }).click();
  await confirm(page, words('办理离岗', 'Works here no more'));
  const left = await unfold(partOf(officers, words('已离岗人员 1 位', '1 officer who left')));
  const away = await unfold(partOf(left, '丁力'));
  await away.getByRole('button', { name: words('恢复在岗', 'Is back at work here') }).click();
  await confirm(page, words('恢复在岗', 'Is back at work here'));
  await expect(left).toBeHidden();
});

test('a new item gets its first list of what to bring, and a second version of it', async ({
  page,
  signIn,
  words,
  checkAccessibility,
}) => {
  const code = `test-item-${fresh()}`;
  await signIn('admin1');
  await page.goto('/console/catalogue');
  await page.getByRole('button', { name: words('新增事项', 'Add an item') }).click();
  const form = page.getByRole('region', { name: words('新增事项', 'Add an item') });
  await form.getByLabel(words('编码', 'Code')).fill(code);
  await form.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('老年优待证办理');
  await form.getByLabel(words('名称（英文）', 'Name (English)')).fill('Senior citizen card');
  await form.getByLabel(words('办理依据（中文）', 'Legal basis (Chinese)')).fill('《老年人权益保障法》第五十三条');
  await form
    .getByLabel(words('办理依据（英文）', 'Legal basis (English)'))
    .fill('Law on the Protection of the Rights of the Elderly, art. 53');
  await checkAccessibility();
  await form.getByRole('button', { name: words('新增事项', 'Add an item') }).dblclick();
  await expect(page.getByRole('heading', { level: 2, name: code })).toBeVisible();

  const materials = page.getByRole('region', { name: words('一次性告知书', 'What to bring') });
  const issue = async (zh: string, en: string) => {
    await materials.getByRole('button', { name: words('加一份材料', 'Add a material') }).click();
    const added = materials.getByRole('group').last();
    await added.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill(zh);
    await added.getByLabel(words('名称（英文）', 'Name (English)')).fill(en);
    await materials.getByRole('button', { name: words('发布新版', 'Issue a new version') }).click();
    await confirm(page, words('发布新版', 'Issue a new version'));
  };
  const inForce = materials
    .getByText(words('还没有发布过', 'None has been issued'))
    .or(materials.getByText(words('现行第', 'is in force')));
  const before = (await inForce.textContent()) ?? '';
  await issue('居民身份证', 'Identity card');
  await expect(inForce).not.toHaveText(before);
  await expect(materials.getByRole('group')).toHaveCount(1);
  const first = (await inForce.textContent()) ?? '';
  await issue('近期照片', 'A recent photograph');
  await expect(inForce).not.toHaveText(first);
  await page.reload();
  await expect(materials.getByRole('group')).toHaveCount(2);
});

test('a volunteer is entered with hours, over a network that fails once', async ({
  page,
  context,
  signIn,
  words,
  checkAccessibility,
}) => {
  const name = `志愿者${fresh()}`;
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=volunteers');
  await page.getByRole('button', { name: words('新增志愿者', 'Add a volunteer') }).click();
  const form = page.getByRole('region', { name: words('新增志愿者', 'Add a volunteer') });
  await form.getByLabel(words('姓名', 'Name'), { exact: true }).fill(name);
  await form.getByLabel(words('土地', 'Land'), { exact: true }).check();
  await form.getByLabel(words('其他专长', 'Other fields')).fill('水利');
  await form.getByRole('button', { name: words('加一个时段', 'Add hours') }).click();
  await checkAccessibility();
  const send = form.getByRole('button', { name: words('新增志愿者', 'Add a volunteer') });
  await context.setOffline(true);
  await send.click();
  await expect(form.getByRole('alert')).toContainText(words('网络连接中断', 'The connection is lost'));
  await expect(form.getByLabel(words('姓名', 'Name'), { exact: true })).toHaveValue(name);
  await context.setOffline(false);
  await send.dblclick();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  const list = page.getByRole('list', { name: words('志愿者', 'Volunteers') });
  await expect(list.getByRole('link').filter({ hasText: name })).toHaveCount(1);
});

test('a supervisor enters an officer from the duty planner', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  const name = `孙${fresh()}`;
  await signIn('supervisor1');
  await page.goto('/console/duty?view=people');
  await page
    .getByLabel(words('网点', 'Site'), { exact: true })
    .selectOption({ label: words('医保服务大厅', 'Medical Insurance Hall') });
  const officers = page.getByRole('region', { name: words('人员', 'Officers'), exact: true });
  await expect(officers.locator('details').first()).toBeVisible();
  const part = await unfold(partOf(officers, words('新增人员', 'Add an officer')));
  await part.getByLabel(words('姓名', 'Name'), { exact: true }).fill(name);
  await part.getByLabel(words('医疗保障', 'medical insurance'), { exact: true }).check();
  await checkAccessibility();
  await lookAt('console-duty-people');
  const sent = sentTo(page, /\/officers$/);
  await part.getByRole('button', { name: words('新增人员', 'Add an officer') }).dblclick();
  await expect(partOf(officers, name)).toHaveCount(1);
  expect(sent()).toBe(1);
  // Which posts there are is the administrator's to say.
  await expect(page.getByText(words('新增岗位', 'Add a post'))).toHaveCount(0);
});
