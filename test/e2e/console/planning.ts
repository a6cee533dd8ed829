import type { Locator, Page } from '@playwright/test';
import type { ApiClient } from '../../suite/api-client.js';
import { expect } from '../harness/test.js';

export const TABLET_AND_DESK = [768, 1024, 1440] as const;

/** A site by its names: each language plans sites of its own where what one does is in the other's way. */
export interface SiteNames {
  readonly zh: string;
  readonly en: string;
}

type Words = (zh: string, en: string) => string;

/** Chooses the site a planner's page is about. */
export async function chooseSite(page: Page, words: Words, { zh, en }: SiteNames): Promise<void> {
  await page.getByLabel(words('网点', 'Site'), { exact: true }).selectOption({ label: words(zh, en) });
}

/** Answers the question a formal act asks, and waits until the act is done. */
export async function confirm(page: Page, act: string): Promise<void> {
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: act }).click();
  await expect(question).toBeHidden();
}

/** Does something that sends a change, and waits until it is made and the page has heard of it. */
export async function saved(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => ['PUT', 'POST'].includes(response.request().method()));
  await act();
  expect((await answer).ok()).toBe(true);
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
}

/** How many changes of one kind a page sends from now on. */
export function sentTo(page: Page, path: RegExp): () => number {
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() !== 'GET' && path.test(new URL(request.url()).pathname)) sent += 1;
  });
  return () => sent;
}

/** Opens one of the folded parts of a page: an officer, a post, a window. */
export async function unfold(part: Locator): Promise<Locator> {
  await part.locator('> summary').click();
  return part;
}

/** @returns the id of a site of the demo county */
export async function siteId(planner: ApiClient, { zh }: SiteNames): Promise<string> {
  const { items } = await planner.ask<{ items: { id: string; nameZh: string }[] }>(
    'GET',
    '/api/appointments/sites?limit=100',
  );
  const site = items.find(({ nameZh }) => nameZh === zh);
  if (!site) throw new Error(`there is no site ${zh}`);
  return site.id;
}

const WORKDAYS = [1, 2, 3, 4, 5];
const SATURDAY = 6;

/** A site that is open as extended service promises and has no week published yet; the demo county's are all published. */
export async function openedSite(
  admin: ApiClient,
  names: SiteNames,
): Promise<{ id: string; close: () => Promise<void> }> {
  const body = {
    nameZh: names.zh,
    nameEn: names.en,
    address: '清河县新区路1号',
    phone: '0319-5550100',
    directionsZh: '',
    directionsEn: '',
    accessibility: [],
    active: true,
  };
  const post = <T>(path: string, sent: object) =>
    admin.ask<T>('POST', `/api/appointments/${path}`, sent, { idempotencyKey: crypto.randomUUID() });
  const site = await post<{ id: string; version: number }>('sites', body);
  const window = await post<{ id: string; version: number }>('windows', {
    siteId: site.id,
    code: '1',
    nameZh: '1号窗口',
    nameEn: 'Window 1',
    kind: 'counter',
    travelMinutes: 0,
    postId: null,
    active: true,
  });
  const session = (weekday: number, name: string, fromMinute: number, toMinute: number) => ({
    weekday,
    session: name,
    fromMinute,
    toMinute,
    capacity: 1,
    greenMinutes: 0,
  });
  const sessions = [
    ...WORKDAYS.flatMap((weekday) => [
      session(weekday, 'morning', 540, 720),
      session(weekday, 'noon', 720, 810),
      session(weekday, 'afternoon', 810, 1050),
    ]),
    session(SATURDAY, 'morning', 540, 720),
  ];
  const pattern = `/api/appointments/windows/${window.id}/pattern`;
  await admin.ask('PUT', pattern, { sessions }, { ifMatch: window.version });
  const close = async () => {
    const shut = { ...body, active: false };
    await admin.ask('PUT', `/api/appointments/sites/${site.id}`, shut, { ifMatch: site.version });
  };
  return { id: site.id, close };
}
