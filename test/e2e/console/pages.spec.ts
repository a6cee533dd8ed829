import { expect, test } from '../harness/test.js';

/** Every page of the console, for whoever works there. */
const PAGES: readonly (readonly [name: string, person: string, path: string, zh: string, en: string])[] = [
  ['board-operator', 'operator1', '', '您好', 'Hello'],
  ['board-supervisor', 'supervisor1', '', '您好', 'Hello'],
  ['board-unit', 'head1', '', '您好', 'Hello'],
  ['board-inspector', 'inspector1', '', '您好', 'Hello'],
  ['board-leader', 'leader1', '', '您好', 'Hello'],
  ['board-volunteer', 'volunteer1', '', '您好', 'Hello'],
  ['register', 'operator1', 'register', '登记诉求', 'Register a request'],
  ['tickets', 'operator1', 'tickets', '诉求', 'Requests'],
  ['interviews', 'inspector1', 'interviews', '约谈', 'Interviews'],
  ['reports', 'supervisor1', 'reports', '专报', 'Weekly reports'],
  ['instructions', 'leader1', 'instructions', '批示', 'Instructions'],
];

for (const [name, person, path, zh, en] of PAGES) {
  test(`${name} can be read by everybody, from a phone to a desk`, async ({
    page,
    signIn,
    words,
    checkAccessibility,
    lookAt,
  }) => {
    await signIn(person);
    await page.goto(`/console/${path}`);
    await expect(page.getByRole('heading', { level: 1, name: words(zh, en) })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await checkAccessibility();
    await lookAt(`console-${name}`);
  });
}

test('a page that is not for one’s post says so', async ({ page, signIn, words }) => {
  await signIn('handler1');
  await page.goto('/console/register');
  await expect(page.getByRole('heading', { name: words('没有这个页面', 'There is no such page') })).toBeVisible();
});

test('the ? key shows the shortcuts, and the language changes in place', async ({
  page,
  signIn,
  words,
  checkAccessibility,
}) => {
  await signIn('operator1');
  await page.goto('/console/tickets');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: words('快捷键', 'Keyboard shortcuts') });
  await expect(shortcuts).toBeVisible();
  await checkAccessibility();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
  await page.getByRole('button', { name: words('English', '中文') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('Requests', '诉求'), exact: true })).toBeVisible();
});

test('a page whose code does not arrive says so and can be opened again', async ({
  page,
  signIn,
  words,
  checkAccessibility,
}) => {
  await signIn('operator1');
  await page.goto('/console/');
  const code = /\/assets\/register-[^/]*\.js$/;
  await page.route(code, (route) => route.abort());
  await page
    .getByRole('link', { name: words('登记诉求', 'Register'), exact: true })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: words('页面没有打开', 'The page did not open') }),
  ).toBeFocused();
  await checkAccessibility();
  await page.unroute(code);
  await page.getByRole('button', { name: words('重新打开', 'Open again') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('登记诉求', 'Register a request') })).toBeVisible();
});

test('a list that is still being read keeps its place', async ({ page, signIn, words, checkAccessibility }) => {
  await signIn('operator1');
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/api\/hotline\/tickets\?/, async (route) => {
    await answered;
    await route.continue();
  });
  await page.goto('/console/tickets');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const reading = page.getByRole('status', { name: words('正在读取…', 'Reading…') });
  await expect(reading).toBeVisible();
  await checkAccessibility();
  answer();
  await expect(reading).toHaveCount(0);
});
