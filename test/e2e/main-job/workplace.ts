import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { slowAnswers } from '../harness/slow-answers.js';
import { expect } from '../harness/test.js';

export type Words = (zh: string, en: string) => string;

/** One person at the console, in a browser of their own. */
export class Workplace {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly words: Words,
  ) {}

  /** Signs in as people do: with name and password, on the page. */
  static async of(
    name: string,
    { browser, origin, locale, words }: { browser: Browser; origin: string; locale: string; words: Words },
  ): Promise<Workplace> {
    const context = await browser.newContext({
      baseURL: origin,
      locale,
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
    });
    await slowAnswers(context);
    const page = await context.newPage();
    await page.goto('/console/');
    await page.locator('input[autocomplete=username]').fill(name);
    await page.locator('input[type=password]').fill('sunline-demo');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: words('您好', 'Hello') })).toBeVisible();
    return new Workplace(page, context, words);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  button(zh: string, en: string): Locator {
    return this.page.getByRole('button', { name: this.words(zh, en), exact: true });
  }

  /** Presses the button of a formal act and, where it asks once in a sentence, confirms. */
  async formally(zh: string, en: string): Promise<void> {
    await this.button(`${zh}…`, `${en}…`).click();
    const question = this.page.getByRole('dialog');
    await expect(question.locator('#formal-act-question')).not.toBeEmpty();
    await question.getByRole('button').first().click();
    await expect(question).toBeHidden();
  }

  /** Chooses one of a few by its words. */
  async choose(zh: string, en: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name: this.words(zh, en) });
    await this.page.locator('label', { has: radio }).first().click();
  }
}
