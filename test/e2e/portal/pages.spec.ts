import { expect, test } from '../harness/test.js';

for (const scheme of ['light', 'dark'] as const) {
  for (const elder of [false, true]) {
    const name = `portal-home-${scheme}${elder ? '-elder' : ''}`;
    test(`the home page, ${scheme}${elder ? ', 长辈版' : ''}, can be read by everybody`, async ({
      page,
      words,
      lookAt,
      checkAccessibility,
    }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto('/');
      const tool = page.getByRole('button', { name: words('长辈版', 'Larger text') });
      if (elder) await tool.click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await lookAt(name);
      await checkAccessibility();
    });
  }
}

test('the language is switched on the spot, said to the browser and remembered', async ({ page, language, words }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.getByRole('button', { name: words('English', '中文') }).click();
  const other = language === 'en' ? 'zh-CN' : 'en';
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', other);
});

test('长辈版 is bigger, has larger targets, and is remembered', async ({ page, words }) => {
  await page.goto('/request');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.getByRole('button', { name: words('长辈版', 'Larger text') }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: words('标准版', 'Standard text') })).toBeVisible();
  expect(await size()).toBeGreaterThanOrEqual(before * 1.2);
  const button = await page.getByRole('button', { name: words('继续', 'Continue') }).boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(60);
});

test('limits are public', async ({ page, words, lookAt, checkAccessibility }) => {
  await page.goto('/');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: words('办理时限公示', 'How long things take') })
    .click();
  await expect(page.getByRole('table').first()).toContainText(words('个工作日', 'working days'));
  await lookAt('portal-limits');
  await checkAccessibility();
});

test('an address that leads nowhere says so', async ({ page, words, checkAccessibility }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('没有找到这个页面', 'Page not found'));
  await checkAccessibility();
});

test('nothing on the pages is refused by their Content-Security-Policy', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  for (const path of [
    '/',
    '/request',
    '/progress',
    '/rating',
    '/limits',
    '/book',
    '/book/outside-hours',
    '/b',
    '/hours',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(refused).toEqual([]);
});
