import { newId } from '../../../libs/common/src/persistence/id.js';
import { shiftDay } from '../../../libs/common/src/calendar/zone.js';
import type { ApiClient } from '../../suite/api-client.js';
import { expect, test } from '../harness/test.js';

/** Tests of both languages run side by side: each has a site of its own. */
const site = { zh: '石桥镇便民服务中心', en: 'Nanshan Township Service Centre' } as const;

async function siteId(api: ApiClient, language: string): Promise<string> {
  const { items } = await api.ask<{ items: { id: string; nameZh: string; nameEn: string }[] }>(
    'GET',
    '/api/appointments/sites?limit=100',
  );
  const found = items.find(({ nameZh, nameEn }) => (language === 'en' ? nameEn === site.en : nameZh === site.zh));
  if (!found) throw new Error(`no site ${site.zh}`);
  return found.id;
}

/** Far beyond what can be booked: nobody loses a booking of the demo county. */
const farDay = (): string => shiftDay(new Date().toISOString().slice(0, 10), 210);

test('a closure another planner enters stands on the screen, and goes again, without reloading', async ({
  page,
  api,
  language,
  signIn,
  words,
  lookAt,
}) => {
  const other = await api('admin1');
  await signIn('supervisor1');
  await page.goto('/console/schedule?view=closures');
  await page.getByLabel(words('网点', 'Site'), { exact: true }).selectOption({ label: words(site.zh, site.en) });
  await expect(page.getByRole('button', { name: words('登记停办', 'Enter a closure') })).toBeVisible();
  const closure = page.getByRole('listitem').filter({ hasText: words('防汛值守', 'Flood watch') });
  await expect(closure).toBeHidden();

  const day = farDay();
  const { id } = await other.ask<{ id: string }>(
    'POST',
    '/api/appointments/closures',
    { siteId: await siteId(other, language), fromDay: day, toDay: day, reasonZh: '防汛值守', reasonEn: 'Flood watch' },
    { idempotencyKey: newId() },
  );
  await expect(closure).toBeVisible();
  await lookAt('console-schedule-live', [768, 1440]);
  await other.ask('DELETE', `/api/appointments/closures/${id}`);
  await expect(closure).toBeHidden();
});

test('an absence another planner reports stands beside the roster without reloading', async ({
  page,
  api,
  language,
  signIn,
  words,
}) => {
  const other = await api('admin1');
  await signIn('supervisor1');
  await page.goto('/console/duty');
  await page.getByLabel(words('网点', 'Site'), { exact: true }).selectOption({ label: words(site.zh, site.en) });
  const absences = page.getByRole('region', { name: words('请假', 'Absences') });
  await expect(absences).toBeVisible();
  const reason = words('下乡调研', 'field survey');
  const absence = absences.getByRole('listitem').filter({ hasText: reason });
  await expect(absence).toBeHidden();

  const { items } = await other.ask<{ items: { id: string }[] }>(
    'GET',
    `/api/appointments/officers?site=${await siteId(other, language)}&limit=1`,
  );
  const day = farDay();
  const { id } = await other.ask<{ id: string }>(
    'POST',
    '/api/appointments/absences',
    { officerId: items[0]?.id, fromDay: day, toDay: day, reason },
    { idempotencyKey: newId() },
  );
  await expect(absence).toBeVisible();
  await other.ask('POST', `/api/appointments/absences/${id}/end`, {});
  await expect(absence).toBeHidden();
});
