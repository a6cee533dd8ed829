import type { Locator, Page } from '@playwright/test';

/** Words of the page's language (the harness's `words`). */
type Words = (zh: string, en: string) => string;

/** A citizen filling in the portal's form, page by page. */
export class Filing {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  get continueButton(): Locator {
    return this.page.getByRole('button', { name: this.words('继续', 'Continue'), exact: true });
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', { name: this.words('提交诉求', 'Send the request'), exact: true });
  }

  get what(): Locator {
    return this.page.getByRole('textbox', { name: this.words('何事', 'What happened') });
  }

  get where(): Locator {
    return this.page.getByRole('textbox', { name: this.words('何地', 'Where'), exact: false });
  }

  get phone(): Locator {
    return this.page.getByRole('textbox', { name: this.words('电话', 'Telephone') });
  }

  kind(zh: string, en: string): Locator {
    return this.page.getByRole('radio', { name: this.words(zh, en), exact: true });
  }

  heading(zh: string, en: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.words(zh, en) });
  }

  get done(): Locator {
    return this.heading('诉求已登记', 'Your request is registered');
  }

  /** Fills the first three pages and stops on the last, where it is checked and sent. */
  async fillUntilCheck(what: string, phone = '13812345678'): Promise<void> {
    await this.page.goto('/request');
    await this.page.locator('label', { has: this.kind('求助', 'Help') }).click();
    await this.continueButton.click();
    await this.what.fill(what);
    await this.where.fill('城关镇新华路 12 号');
    await this.continueButton.click();
    await this.phone.fill(phone);
    await this.continueButton.click();
    await this.heading('核对并提交', 'Check and send').waitFor();
  }
}
