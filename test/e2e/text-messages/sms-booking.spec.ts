import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test.js';

/** One part of a text message (interfaces.md §3). */
const PART_LENGTH = 70;
/** Later times, so that the booking is far enough off to be changed. */
const PAGES_ON = 4;

/** A citizen's phone on the simulator's page. */
class Phone {
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

test('a citizen books, moves and cancels by text message', async ({ page, words }) => {
  const phone = await Phone.add(page, words('13600001111', '13600002222'));
  await expect.soft(page).toHaveTitle(/阳光热线|Sunline/);

  expect(await phone.say(words('预约', 'BOOK'))).toContain(words('选事项', 'Service:'));
  let answer = await phone.say('1');
  if (answer.includes(words('选地点', 'Place:'))) answer = await phone.say('1');
  for (let turned = 0; turned < PAGES_ON; turned += 1) {
    expect(answer).toContain(words('选时间', 'Time:'));
    answer = await phone.say('0');
  }
  expect(await phone.say('1')).toContain(words('1确认', '1 yes'));
  const confirmed = await phone.say('1');
  expect(confirmed).toContain(words('已预约', 'booked'));
  const code = /Y[0-9A-Z]{9}/.exec(confirmed)?.[0] ?? '';

  expect(await phone.say(words(`查 ${code}`, `STATUS ${code}`))).toContain(words('已预约', 'is booked'));
  expect(await phone.say(words(`改期 ${code}`, `MOVE ${code}`))).toContain(words('选时间', 'Time:'));
  for (let turned = 0; turned < PAGES_ON + 1; turned += 1) await phone.say('0');
  expect(await phone.say('1')).toContain(words('改到', 'Move'));
  expect(await phone.say('1')).toContain(words('已改到', 'moved to'));

  expect(await phone.say(words('取消预约', 'DROP'))).toContain(code);
  expect(await phone.say('1')).toContain(words('已取消', 'cancelled'));
  expect(await phone.say(words('人工', 'AGENT'))).toContain(words('致电给您', 'will call you'));
});
