import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import { ApiClient } from '../../suite/api-client.js';

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

/** Moves the suite's clock on, in days of real time. */
export function travel(days: number): void {
  const file = process.env.SUNLINE_CLOCK_FILE;
  if (!file) throw new Error('the clock of a suite named by SUNLINE_URL is moved by hand: npm run clock');
  writeFileSync(file, String(Number(readFileSync(file, 'utf8')) + days * 86_400_000));
}

interface AxeResults {
  readonly violations: readonly { id: string; impact: string; help: string; nodes: readonly { html: string }[] }[];
}

/** Evaluated rather than added as a script element, which the pages' Content-Security-Policy would refuse. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  const found = results.violations.map(
    ({ id, impact, help, nodes }) => `${id} (${impact}): ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
