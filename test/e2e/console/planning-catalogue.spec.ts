import { expect, test } from '../harness/test.js';
import { saved, TABLET_AND_DESK, unfold } from './planning.js';

test('an item is changed, and a new list of what to bring is issued', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/catalogue');
  await expect(page.getByRole('heading', { level: 1, name: words('事项与网点', 'Items and sites') })).toBeVisible();
  await page
    .getByRole('link', { name: words('居住证申领、签注', 'Residence permit, issue or endorsement') })
    .first()
    .click();
  const facts = page.getByRole('region', { name: words('事项要件', 'Facts') });
  const minutes = facts.getByLabel(words('每人时长（分钟）', 'Minutes for one person'));
  const before = await minutes.inputValue();
  await checkAccessibility();
  await lookAt('console-catalogue-item', TABLET_AND_DESK);
  await minutes.fill('35');
  await saved(page, () => facts.getByRole('button', { name: words('保存', 'Save') }).click());
  await page.reload();
  await expect(minutes).toHaveValue('35');
  await minutes.fill(before);
  await saved(page, () => facts.getByRole('button', { name: words('保存', 'Save') }).click());
  await page.reload();
  await expect(minutes).toHaveValue(before);

  const materials = page.getByRole('region', { name: words('一次性告知书', 'What to bring') });
  const version = materials.getByText(words('现行第', 'is in force'));
  const inForce = await version.textContent();
  await materials.getByRole('button', { name: words('加一份材料', 'Add a material') }).click();
  const added = materials.getByRole('group').last();
  await added.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('近期照片');
  await added.getByLabel(words('名称（英文）', 'Name (English)')).fill('A recent photograph');
  await materials.getByRole('button', { name: words('发布新版', 'Issue a new version') }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('新版立即生效', 'holds at once'));
  await question.getByRole('button').first().click();
  await expect(version).not.toHaveText(inForce ?? '');
});

test('what somebody else changed meanwhile is shown, and what was typed stays', async ({
  page,
  context,
  signIn,
  words,
  checkAccessibility,
}) => {
  await signIn('admin1');
  const first = page;
  const second = await context.newPage();
  const open = async (tab: typeof page) => {
    await tab.goto('/console/catalogue?kind=volunteers');
    await tab
      .getByRole('list', { name: words('志愿者', 'Volunteers') })
      .getByRole('link')
      .first()
      .click();
    return tab.getByRole('region', { name: words('志愿者', 'Volunteer'), exact: true });
  };
  const mine = await open(first);
  const theirs = await open(second);
  const fieldsOf = (form: typeof mine) => form.getByLabel(words('其他专长', 'Other fields'));
  const was = await fieldsOf(theirs).inputValue();
  const typed = was.includes('水土') ? '水利\n林权' : '水利\n水土';
  await fieldsOf(mine).fill(typed);
  await fieldsOf(theirs).fill('渔业');
  await saved(second, () => theirs.getByRole('button', { name: words('保存', 'Save') }).click());

  await mine.getByRole('button', { name: words('保存', 'Save') }).click();
  await expect(mine.getByRole('alert')).toContainText(words('别人改动了这一件', 'Somebody changed this item'));
  await expect(fieldsOf(mine)).toHaveValue(typed);
  await checkAccessibility();
  await mine.getByRole('button', { name: words('已看过', 'I have seen it') }).click();
  await saved(first, () => mine.getByRole('button', { name: words('保存', 'Save') }).click());
  await expect(mine.getByRole('alert')).toBeHidden();
  await second.reload();
  await expect(fieldsOf(theirs)).toHaveValue(typed);
});

test('a site shows its windows with their items and its posts with A and B', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=sites');
  await page
    .getByRole('list', { name: words('网点', 'Sites') })
    .getByRole('link')
    .first()
    .click();
  const windows = page.getByRole('region', { name: words('窗口', 'Windows'), exact: true });
  await windows.locator('summary').first().click();
  await expect(windows.getByRole('group', { name: words('办理事项', 'Items it handles') }).first()).toBeVisible();
  const posts = page.getByRole('region', { name: words('岗位', 'Posts'), exact: true });
  await posts.locator('summary').first().click();
  await expect(posts.getByLabel(words('A岗', 'A person')).first()).toBeVisible();
  await checkAccessibility();
  await lookAt('console-catalogue-site', TABLET_AND_DESK);
});

test('an officer is linked to their account, found by name', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=sites');
  await page
    .getByRole('list', { name: words('网点', 'Sites') })
    .getByRole('link')
    .last()
    .click();
  const officers = page.getByRole('region', { name: words('人员', 'Officers'), exact: true });
  const officer = officers.locator('details').first();
  await unfold(officer);
  const account = officer.getByRole('radiogroup', { name: words('登录账号', 'Account') });
  await officer.getByLabel(words('查找登录账号', 'Look up the account')).fill('handler1');
  await officer.getByRole('button', { name: words('查找', 'Search'), exact: true }).click();
  const found = account.getByRole('radio', { name: /handler1/ });
  await found.check();
  await checkAccessibility();
  await lookAt('console-officer-account');
  await saved(page, () => officer.getByRole('button', { name: words('保存', 'Save') }).click());
  await page.reload();
  await unfold(officer);
  await expect(found).toBeChecked();
  await account.getByRole('radio', { name: words('没有账号', 'No account') }).check();
  await saved(page, () => officer.getByRole('button', { name: words('保存', 'Save') }).click());
});

test('a volunteer is linked to an account of a volunteer, and of nobody else', async ({
  page,
  signIn,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await signIn('admin1');
  await page.goto('/console/catalogue?kind=volunteers');
  await page
    .getByRole('list', { name: words('志愿者', 'Volunteers') })
    .getByRole('link')
    .last()
    .click();
  const form = page.getByRole('region', { name: words('志愿者', 'Volunteer'), exact: true });
  const account = form.getByRole('radiogroup', { name: words('登录账号', 'Account') });
  await expect(account.getByRole('radio', { name: words('没有账号', 'No account') })).toBeChecked();
  const search = form.getByLabel(words('查找登录账号', 'Look up the account'));
  await search.fill('handler1');
  await search.press('Enter');
  await expect(form.getByText(words('没有符合的在用账号。', 'No account in use matches.'))).toBeVisible();
  await search.fill('volunteer1');
  await search.press('Enter');
  const found = account.getByRole('radio', { name: /volunteer1/ });
  await found.check();
  await checkAccessibility();
  await lookAt('console-volunteer-account', TABLET_AND_DESK);
  const save = form.getByRole('button', { name: words('保存', 'Save'), exact: true });
  await saved(page, () => save.click());
  await page.reload();
  await expect(found).toBeChecked();
  await account.getByRole('radio', { name: words('没有账号', 'No account') }).check();
  await saved(page, () => save.click());
});

test('the menu of a supervisor and of an administrator stands in groups', async ({ page, signIn, words, lookAt }) => {
  await signIn('supervisor1');
  await page.goto('/console/');
  const menu = page.getByRole('navigation', { name: words('主菜单', 'Main menu') });
  await expect(menu.getByRole('link')).toHaveCount(3);
  await menu.getByRole('link', { name: words('预约', 'Appointments') }).click();
  const places = page.getByRole('navigation', { name: words('预约', 'Appointments') });
  await places.getByRole('link', { name: words('值班', 'Duty') }).click();
  await expect(places.getByRole('link', { name: words('值班', 'Duty') })).toHaveAttribute('aria-current', 'page');
  await lookAt('console-menu', TABLET_AND_DESK);
  await signIn('admin1');
  await page.goto('/console/catalogue');
  await expect(menu.getByRole('link')).toHaveText([
    /./,
    words('预约', 'Appointments'),
    words('管理', 'Administration'),
  ]);
  await expect(places.getByRole('link', { name: words('事项与网点', 'Items and sites') })).toBeVisible();
  await lookAt('console-menu-admin', TABLET_AND_DESK);
});
