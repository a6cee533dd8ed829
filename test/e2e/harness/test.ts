import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { ApiClient } from '../../suite/api-client.js';
import { moveSuiteClock } from '../../suite/suite-clock.js';
import { slowAnswers } from './slow-answers.js';

export type PageLanguage = 'zh-CN' | 'en';

/** Widths of look.md: a phone, a tablet, a desk. */
const WIDTHS = [360, 768, 1440] as const;

interface Harness {
  /** The language this run shows, from the browser's own preference. */
  readonly language: PageLanguage;
  /** Picks the words of this run's language. */
  readonly words: (zh: string, en: string) => string;
  /** Signs a demo person in, in this browser (the cookie is the page's). */
  readonly signIn: (name: string) => Promise<void>;
  /** A demo person at the API, beside the page; without a name a citizen. */
  readonly api: (name?: string) => Promise<ApiClient>;
  /** Fails on any accessibility fault axe finds on the page as it stands. */
  readonly checkAccessibility: (page?: Page) => Promise<void>;
  /**
   * Fails if the page scrolls sideways at 360, 768 or 1440 px. Takes it at each width into test-results/screenshots where
   * that is asked for (see {@link screenshot}).
   */
  readonly lookAt: (name: string, widths?: readonly number[]) => Promise<void>;
}

/** Playwright's `test` with what every browser test of the suite needs. */
export const test = base.extend<Harness>({
  baseURL: async ({ baseURL }, use) => use(baseURL ?? origin()),
  context: async ({ context }, use) => {
    await slowAnswers(context);
    await use(context);
  },
  language: async ({ locale }, use) => use(locale?.startsWith('en') ? 'en' : 'zh-CN'),
  words: async ({ language }, use) => use((zh, en) => (language === 'en' ? en : zh)),
  signIn: async ({ page, baseURL }, use) =>
    use(async (name) => {
      const answer = await page.request.post(`${baseURL ?? origin()}/api/session`, {
        data: { name, password: 'sunline-demo' },
        headers: { 'X-Sunline-Csrf': '1' },
      });
      expect(answer.status(), `${name} signs in`).toBe(200);
    }),
  api: async ({ baseURL }, use) =>
    use(async (name) => (name ? ApiClient.signedIn(baseURL ?? origin(), name) : new ApiClient(baseURL ?? origin()))),
  checkAccessibility: async ({ page }, use) => use((other = page) => checkAccessibility(other)),
  lookAt: async ({ page, language }, use) =>
    use(async (name, widths = WIDTHS) => {
      const before = page.viewportSize();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await screenshot(page, `${name}-${language}-${width}`);
        const message = `${name} at ${width} px scrolls sideways by`;
        await expect.poll(() => page.evaluate(sidewaysOverflow), { message }).toBeLessThanOrEqual(0);
      }
      if (before) await page.setViewportSize(before);
    }),
});
export { expect };

function origin(): string {
  const url = process.env.SUNLINE_URL;
  if (!url) throw new Error('SUNLINE_URL is not set');
  return url;
}

/**
 * Takes the whole page into test-results/screenshots, for somebody to look at. Nothing is compared with it, and taking
 * some hundreds is a tenth of the browser tests' time: only with PLAYWRIGHT_SCREENSHOTS=1.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.PLAYWRIGHT_SCREENSHOTS) return;
  await page.screenshot({ path: `test-results/screenshots/${name}.png`, fullPage: true });
}

/** Run in the page: by how many pixels it scrolls sideways, once it has been drawn at the width it has now. */
async function sidewaysOverflow(): Promise<number> {
  const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  await frame();
  return document.documentElement.scrollWidth - window.innerWidth;
}

const DAY_MS = 86_400_000;
/** Two clocks that read the same file do not differ by more. */
const SAME_TIME_MS = 60_000;

/** Moves the suite's clock on, in days of real time, and waits until its services live in the new time. */
export async function travel(days: number): Promise<void> {
  const file = process.env.SUNLINE_CLOCK_FILE;
  if (!file) throw new Error('the clock of a suite named by SUNLINE_URL is moved by hand: npm run clock');
  const offset = moveSuiteClock(file, days * DAY_MS);
  const somebody = await ApiClient.signedIn(origin(), 'operator1');
  // Each service looks at the clock for itself.
  const shown = async (): Promise<string[]> => {
    const gateway = await somebody.ask<{ now: string }>('GET', '/api/session');
    const hotline = await somebody.ask<{ asOf: string }>('GET', '/api/hotline/calendar');
    const earliest = '/api/appointments/slots/earliest?item=id-card-renewal';
    const appointments = await somebody.ask<{ asOf: string }>('GET', earliest);
    return [gateway.now, hotline.asOf, appointments.asOf];
  };
  const isNew = (at: string): boolean => Math.abs(Date.parse(at) - (Date.now() + offset)) < SAME_TIME_MS;
  const message = 'the services have the new time';
  await expect.poll(async () => (await shown()).every(isNew), { message }).toBe(true);
}

interface AxeResults {
  readonly violations: readonly { id: string; impact: string; help: string; nodes: readonly { html: string }[] }[];
}

/** Evaluated rather than added as a script element, which the pages' Content-Security-Policy would refuse. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Run in the page: until what fades or slides has arrived, for a colour halfway has no contrast. What turns for ever may. */
async function atRest(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(atRest);
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  const found = results.violations.map(
    ({ id, impact, help, nodes }) => `${id} (${impact}): ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
