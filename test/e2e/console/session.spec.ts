import { DEMO_UNITS } from '../../../libs/common/src/contracts/demo-county.js';
import { expect, test } from '../harness/test.js';
import { chooseServiceItem } from './service-item.js';

test('signing in: what is missing is said, a wrong password is refused, the right one opens the console', async ({
  page,
  words,
  checkAccessibility,
  lookAt,
}) => {
  await page.goto('/console/');
  const submit = page.getByRole('button', { name: words('登录', 'Sign in') });
  await submit.click();
  // Read out once: it takes the focus, and is no alert besides.
  const summary = page.getByRole('group', { name: words('需要更正', 'to put right') });
  await expect(summary).toContainText(words('请填写用户名', 'Enter your user name'));
  await expect(summary).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await checkAccessibility();
  await page.getByLabel(words('用户名', 'User name')).fill('supervisor1');
  await page.getByLabel(words('密码', 'Password')).fill('wrong');
  await submit.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await lookAt('console-sign-in');
  await page.getByLabel(words('密码', 'Password')).fill('sunline-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: words('主菜单', 'Main menu') })).toBeVisible();
  await page.getByRole('button', { name: words('退出', 'Sign out') }).click();
  await expect(submit).toBeVisible();
});

test('a session that ends in the middle of the work loses nothing that was typed', async ({
  page,
  signIn,
  words,
  context,
}) => {
  await signIn('operator1');
  await page.goto('/console/register');
  const where = page.getByRole('textbox', { name: words('何地', 'Where') });
  await where.fill('解放路 7 号');
  await page.getByRole('radio', { name: words('求助', 'Help') }).check();
  await chooseServiceItem(page, words('道路', 'roads'));
  await page.getByRole('textbox', { name: words('何事', 'What happened') }).fill('路面塌陷');
  await page.getByRole('textbox', { name: words('联系电话', 'Phone number') }).fill('13812345680');
  await context.clearCookies();
  await page.getByRole('button', { name: words('登记并取号', 'Register and get a number') }).click();
  await expect(
    page.getByText(words('登录已过期，请重新登录', 'Your session has expired. Sign in again')),
  ).toBeVisible();
  await page.getByLabel(words('用户名', 'User name')).fill('operator1');
  await page.getByLabel(words('密码', 'Password')).fill('sunline-demo');
  await page.keyboard.press('Enter');
  await expect(where).toHaveValue('解放路 7 号');
  await page.getByRole('button', { name: words('登记并取号', 'Register and get a number') }).click();
  await expect(page.getByTestId('ticket-number')).toBeVisible();
});

test('a one-time password opens the console once its owner has chosen another', async ({
  page,
  api,
  words,
  language,
  checkAccessibility,
  lookAt,
}) => {
  const admin = await api('admin1');
  const name = `newcomer-${language.toLowerCase()}`;
  const account = { name, displayName: '林一', roles: ['operator'], unitId: DEMO_UNITS.hotline };
  const { oneTimePassword } = await admin.ask<{ oneTimePassword: string }>('POST', '/api/directory/staff', account);

  await page.goto('/console/');
  await page.getByLabel(words('用户名', 'User name')).fill(name);
  await page.getByLabel(words('密码', 'Password'), { exact: true }).fill(oneTimePassword);
  await page.keyboard.press('Enter');
  const own = page.getByLabel(words('新密码', 'New password'), { exact: true });
  await expect(own).toBeFocused();
  await checkAccessibility();
  await lookAt('console-one-time-password');
  await own.fill('Long River 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: words('需要更正', 'to put right') })).toContainText(
    words('两次输入的新密码不一致', 'are not the same'),
  );
  await page.getByLabel(words('再输入一次新密码', 'New password once more')).fill('Long River 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: words('主菜单', 'Main menu') })).toBeVisible();
});

test('the bar keeps its height however long the name of who has signed in, and while the line is lost', async ({
  page,
  signIn,
  words,
}) => {
  await signIn('supervisor1');
  await page.goto('/console/desk');
  const bar = page.getByRole('banner');
  const line = page.locator('.connection');
  const out = page.getByRole('button', { name: words('退出', 'Sign out') });
  const heights = async (): Promise<number[]> => {
    const found: number[] = [];
    for (const width of [768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(out).toBeInViewport({ ratio: 1 });
      found.push((await bar.boundingBox())?.height ?? 0);
    }
    return found;
  };
  await expect(page.getByText('周建平')).toBeVisible();
  await expect(line).toHaveText(words('实时更新', 'Live'));
  const usual = await heights();
  const long = '阿不都热合曼·买买提明艾力江托合提尼亚孜阿卜杜克里木吾斯曼江乌买尔如则麦麦提伊敏';
  await page.route('**/api/session', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('周建平', long) });
  });
  await page.reload();
  await expect(page.getByText(long)).toBeVisible();
  await expect(line).toHaveText(words('实时更新', 'Live'));
  expect(await heights()).toEqual(usual);

  await page.route('**/api/hotline/stream*', (route) => route.abort());
  await page.reload();
  await expect(page.getByText(long)).toBeVisible();
  await expect(line).toHaveText(words('正在重新连接…', 'Reconnecting…'));
  expect(await heights()).toEqual(usual);
});
