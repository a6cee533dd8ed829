import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/runtime/chromium.mjs';

/** What keeps the browser from calling home, and lets root run it (in a container, where there is no other user). */
const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Browser tests against the whole suite on servers of its own. Each spec runs in both languages: a spec takes its words
 * from the page's language, not from a copy.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './test/e2e/harness/global-setup.ts',
  // The suite has one clock, and a spec may move it.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    // Recording a trace of every test takes its time: asked for where a failure wants a second look (PLAYWRIGHT_TRACE=1).
    trace: process.env.PLAYWRIGHT_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: findChromium(), args: BROWSER_FLAGS },
  },
  projects: [
    { name: 'zh-CN', use: { locale: 'zh-CN' } },
    { name: 'en', use: { locale: 'en-GB' } },
  ],
});
