import type { Page } from '@playwright/test';
import { DEMO_UNITS } from '../../../libs/common/src/contracts/demo-county.js';
import type { ApiClient } from '../../suite/api-client.js';
import { expect, test, type PageLanguage } from '../harness/test.js';

/** A sign-in name nobody has yet: the tests may run again on a suite that stands. */
const newName = (prefix: string, language: PageLanguage): string =>
  `${prefix}.${language.toLowerCase()}.${Date.now().toString(36)}`;

interface Made {
  readonly staff: { readonly id: string; readonly version: number };
}

async function someone(admin: ApiClient, name: string): Promise<Made['staff']> {
  const account = { name, displayName: '林一', roles: ['operator'], unitId: DEMO_UNITS.hotline };
  return (await admin.ask<Made>('POST', '/api/directory/staff', account)).staff;
}

/** Answers the question of a formal act with yes. */
async function confirm(page: Page): Promise<void> {
  const question = page.getByRole('dialog');
  await question.getByRole('button').first().click();
  await expect(question).toBeHidden();
}

test('a person is added by keyboard, what is wrong stands at its field, and the password is shown once', async ({
  page,
  signIn,
  words,
  language,
  checkAccessibility,
  lookAt,
}) => {
  const name = newName('new', language);
  await signIn('admin1');
  await page.goto('/console/accounts');
  await expect(page.getByRole('heading', { level: 1, name: words('人员与单位', 'People and units') })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await checkAccessibility();
  await lookAt('console-accounts');

  await page.getByRole('button', { name: words('新增人员', 'Add a person') }).click();
  const form = page.getByRole('region', { name: words('新增人员', 'Add a person') });
  const send = form.getByRole('button', { name: words('新增人员', 'Add a person') });
  const nameField = form.getByLabel(words('用户名', 'User name'));
  await nameField.fill('1st');
  await page.keyboard.press('Control+Enter');
  const summary = form.getByRole('group', { name: words('需要更正', 'to put right') });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(4);
  await checkAccessibility();
  await lookAt('console-account-new');
  await summary.getByRole('link').first().click();
  await expect(nameField).toBeFocused();

  await nameField.fill('operator1');
  await form.getByLabel(words('姓名', 'Name'), { exact: true }).fill('林一');
  await form.getByLabel(words('话务员', 'Operator')).check();
  await form.getByLabel(words('单位', 'Unit'), { exact: true }).selectOption({ index: 1 });
  await send.click();
  await expect(summary).toContainText(words('已有用户名为 operator1', 'named operator1 already'));
  await expect(nameField).toHaveAttribute('aria-invalid', 'true');
  await nameField.fill(name);
  await send.click();

  const password = page.getByTestId('one-time-password');
  await expect(password).toHaveText(/^\w{4}(-\w{4}){3}$/);
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await checkAccessibility();
  await lookAt('console-account-password');
  await page.getByRole('button', { name: words('已记下，收起', 'Noted, put it away') }).click();
  await expect(password).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(password).toBeHidden();

  await page.getByRole('searchbox', { name: words('姓名或用户名', 'Name or user name') }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: words('人员', 'People') }).getByRole('link')).toHaveCount(1);
});

test('a person whose answer was lost on the way is not added twice', async ({ page, signIn, words, language }) => {
  const name = newName('lost', language);
  await signIn('admin1');
  await page.goto(`/console/accounts/new?q=${name}`);
  const form = page.getByRole('region', { name: words('新增人员', 'Add a person') });
  await form.getByLabel(words('用户名', 'User name')).fill(name);
  await form.getByLabel(words('姓名', 'Name'), { exact: true }).fill('林二');
  await form.getByLabel(words('话务员', 'Operator')).check();
  await form.getByLabel(words('单位', 'Unit'), { exact: true }).selectOption({ index: 1 });
  await page.route(
    '**/api/directory/staff',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await form.getByRole('button', { name: words('新增人员', 'Add a person') }).dblclick();
  await expect(page.getByText(words('账户此前已经建好', 'had been made already'))).toBeVisible();
  await expect(page.getByTestId('one-time-password')).toBeHidden();
  await expect(page.getByRole('list', { name: words('人员', 'People') }).getByRole('link')).toHaveCount(1);

  await page.getByRole('button', { name: words('另设初始密码', 'Make a one-time password') }).click();
  await confirm(page);
  await expect(page.getByTestId('one-time-password')).toBeVisible();
});

test('roles are changed on what was read: what somebody else changed is shown, and what was typed stays', async ({
  page,
  api,
  signIn,
  words,
  language,
  checkAccessibility,
}) => {
  const admin = await api('admin1');
  const { id } = await someone(admin, newName('roles', language));
  await signIn('admin1');
  await page.goto(`/console/accounts/${id}`);
  const form = page.getByRole('region', { name: words('姓名、岗位和单位', 'Name, roles and unit') });
  const supervisor = form.getByLabel(words('热线班长', 'Hotline supervisor'));
  await supervisor.check();

  const theirs = { displayName: '林三', roles: ['operator'], unitId: DEMO_UNITS.hotline };
  await admin.ask('PUT', `/api/directory/staff/${id}`, theirs, { ifMatch: 1 });
  await form.getByRole('button', { name: words('保存', 'Save') }).click();
  await confirm(page);
  const notice = form.getByRole('alert');
  await expect(notice).toContainText('林三');
  await expect(supervisor).toBeChecked();
  await checkAccessibility();
  await notice.getByRole('button').click();
  await form.getByRole('button', { name: words('保存', 'Save') }).click();
  await expect(page.getByRole('dialog')).toContainText(words('须重新登录', 'has to sign in again'));
  await confirm(page);
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(supervisor).toBeChecked();
});

test('a locked account is unlocked, and one that is not needed is taken out of use and put back', async ({
  page,
  api,
  signIn,
  words,
  language,
  baseURL,
}) => {
  const name = newName('locked', language);
  const { id } = await someone(await api('admin1'), name);
  for (let n = 0; n < 5; n++) {
    await page.request.post(`${baseURL ?? ''}/api/session`, { data: { name, password: 'wrong' } });
  }
  await signIn('admin1');
  await page.goto(`/console/accounts/${id}`);
  const part = page.getByRole('region', { name: words('登录', 'Sign-in') });
  await expect(part).toContainText(words('密码错误次数过多', 'Too many wrong passwords'));
  // The lock is off the page, and the list beside it still being read, when the next act is asked for.
  let answerList = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answerList = resolve;
  });
  await page.route(/\/api\/directory\/staff\?/, async (route) => {
    await answered;
    await route.continue();
  });
  await part.getByRole('button', { name: words('解除锁定', 'Lift the lock') }).click();
  await expect(part).not.toContainText(words('密码错误次数过多', 'Too many wrong passwords'));
  await part.getByRole('button', { name: words('停用账户', 'Take out of use') }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(words('不能再登录', 'cannot sign in any more'));
  const act = question.getByRole('button', { name: words('停用账户', 'Take out of use') });
  await expect(act).toBeDisabled();
  answerList();
  await expect(act).toBeEnabled();
  await expect(question).toContainText(words('不能再登录', 'cannot sign in any more'));
  await confirm(page);
  await expect(part).toContainText(words('停用，不能登录', 'Out of use, may not sign in'));
  await part.getByRole('button', { name: words('恢复使用', 'Put back in use') }).click();
  await expect(part).toContainText(words('在用，可以登录', 'In use, may sign in'));
});

test('a unit is added, renamed, and taken out of use', async ({
  page,
  signIn,
  words,
  language,
  checkAccessibility,
  lookAt,
}) => {
  const code = `unit-${language.toLowerCase()}-${Date.now().toString(36)}`;
  await signIn('admin1');
  await page.goto('/console/accounts?kind=units');
  await page.getByRole('button', { name: words('新增单位', 'Add a unit') }).click();
  const form = page.getByRole('region', { name: words('新增单位', 'Add a unit') });
  await form.getByLabel(words('代码', 'Code')).fill('housing');
  await form.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('林业局');
  await form.getByLabel(words('名称（英文）', 'Name (English)')).fill('Forestry Bureau');
  const send = form.getByRole('button', { name: words('新增单位', 'Add a unit') });
  await send.click();
  await expect(form.getByRole('group', { name: words('需要更正', 'to put right') })).toContainText(
    words('已有代码为 housing', 'with the code housing already'),
  );
  await form.getByLabel(words('代码', 'Code')).fill(code);
  await send.click();
  await expect(page.getByRole('heading', { level: 2, name: code })).toBeVisible();
  await checkAccessibility();
  await lookAt('console-unit');

  const facts = page.getByRole('region', { name: words('名称和联系方式', 'Name and contact') });
  await facts.getByLabel(words('名称（中文）', 'Name (Chinese)')).fill('林草局');
  await facts.getByLabel(words('名称（英文）', 'Name (English)')).fill('Forest and Grassland Bureau');
  await facts.getByRole('button', { name: words('保存', 'Save') }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: words('林草局', 'Forest and Grassland Bureau') }),
  ).toBeVisible();
  await page.getByRole('button', { name: words('停用单位', 'Take the unit out of use') }).click();
  await confirm(page);
  await expect(page.getByText(words('停用，不再交办', 'Out of use, gets nothing new'))).toBeVisible();
});

test('only an administrator gets these pages', async ({ page, api, signIn, words, checkAccessibility }) => {
  await signIn('supervisor1');
  for (const place of ['accounts', 'calendar']) {
    await page.goto(`/console/${place}`);
    await expect(page.getByRole('heading', { name: words('没有这个页面', 'There is no such page') })).toBeVisible();
  }
  const menu = page.getByRole('navigation', { name: words('主菜单', 'Main menu') });
  await expect(menu.getByRole('link', { name: words('管理', 'Administration') })).toBeHidden();
  await checkAccessibility();
  const supervisor = await api('supervisor1');
  await expect(supervisor.ask('GET', '/api/directory/staff')).rejects.toThrow('403');
});
