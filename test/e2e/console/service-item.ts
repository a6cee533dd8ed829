import type { Page } from '@playwright/test';
import { expect } from '../harness/test.js';

/** Chooses the first service item that is found by some words, by keyboard, as soon as there is one. */
export async function chooseServiceItem(page: Page, words: string): Promise<void> {
  const search = page.locator('#service-item');
  await search.focus();
  await page.keyboard.type(words);
  await expect(page.locator('.ant-select-item-option-active')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(search).toHaveAttribute('aria-expanded', 'false');
}
