import { expect, test } from '../harness/test.js';

const NAME = {
  zh: '清河县人民政府政务服务中心暨公共资源交易中心城东街道新华社区便民服务站第二办事大厅',
  en: 'Qinghe County Government Service and Public Resources Trading Centre, East Hall',
};

test('the waiting-room display shows five called numbers and the next ones without scrolling, however long its name', async ({
  page,
  api,
  words,
  lookAt,
}) => {
  const citizen = await api();
  const { items } = await citizen.ask<{ items: { id: string }[] }>('GET', '/api/appointments/sites?limit=1');
  const site = items[0]?.id ?? '';
  await page.route('**/api/appointments/**', async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as object;
    const called = [31, 30, 29, 28, 27].map((number) => ({ number, windowCode: '12' }));
    const shown = { siteNameZh: NAME.zh, siteNameEn: NAME.en, called, next: [32, 33, 34, 35, 36], waiting: 27 };
    await route.fulfill({ response, json: { ...json, ...shown } });
  });
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto(`/display/${site}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(NAME.zh, NAME.en));
    await expect(page.getByRole('rowheader', { name: '27' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('32　33　34　35　36')).toBeInViewport({ ratio: 1 });
  }
  await lookAt('portal-display-full');
});
