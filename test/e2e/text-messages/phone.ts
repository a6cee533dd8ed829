import type { Locator, Page } from '@playwright/test';
import { expect } from '../harness/test.js';

/** One part of a text message (interfaces.md §3). */
const PART_LENGTH = 70;

/** A citizen's phone on the simulator's page. */
export class Phone {
  private heard = 0;

  private constructor(private readonly card: Locator) {}

  static async add(page: Page, number: string): Promise<Phone> {
    await page.goto(process.env.SUNLINE_PHONES_URL ?? '');
    await page.locator('#number').fill(number);
    await page.locator('#new-phone button').click();
    const card = page.locator(`[data-phone="+86${number}"]`);
    await expect(card).toBeVisible();
    return new Phone(card);
  }

  /** Types a message and waits for its answer. */
  async say(text: string): Promise<string> {
    await this.card.locator('input[name=text]').fill(text);
    await this.card.locator('button[type=submit]').click();
    const answers = this.card.locator('.talk li:not(.own) .bubble');
    this.heard += 1;
    await expect(answers, `an answer to “${text}”`).toHaveCount(this.heard);
    const answer = await answers.last().textContent();
    expect(answer?.length).toBeLessThanOrEqual(PART_LENGTH);
    return answer ?? '';
  }
}
