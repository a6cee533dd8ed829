import type { Locator, Page } from '@playwright/test';
import type { ApiClient } from '../../suite/api-client.js';

/** Words of the page's language (the harness's `words`). */
type Words = (zh: string, en: string) => string;

/** A booking as the service shows it, as far as the tests look. */
export interface Booked {
  code: string;
  state: string;
  siteId: string;
  startAt: string;
  version: number;
}

/** A mobile number nobody has booked with: each books an item once a day. */
export function freshPhone(): string {
  return `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}

/** A confirmed booking, made beside the page: not for today, when it may be too late to move or cancel it. */
export async function bookedBeside(citizen: ApiClient, itemCode: string): Promise<Booked> {
  const { items } = await citizen.ask<{ items: { siteId: string }[] }>(
    'GET',
    `/api/appointments/slots/earliest?item=${itemCode}`,
  );
  const siteId = items[0]?.siteId ?? '';
  const { days } = await citizen.ask<{ days: { slots: { startAt: string }[] }[] }>(
    'GET',
    `/api/appointments/slots?item=${itemCode}&site=${siteId}`,
  );
  const [, slot] = days.flatMap(({ slots }) => slots.slice(0, 1));
  if (!slot) throw new Error(`${itemCode} has no free time`);
  const { startAt } = slot;
  const contact = { phone: freshPhone(), language: 'zh-CN' };
  return citizen.ask<Booked>('POST', '/api/appointments/bookings', { itemCode, siteId, startAt, contact });
}

/** The session of a day to come that has least left of an item at a site, all of it booked; and one of the bookings. */
export async function bookedOut(
  citizen: ApiClient,
  itemCode: string,
): Promise<Booked & { readonly day: string; readonly session: string }> {
  type Days = { days: { day: string; slots: { startAt: string; session: string }[] }[] };
  const { siteId } = await bookedBeside(citizen, itemCode);
  const path = `/api/appointments/slots?item=${itemCode}&site=${siteId}`;
  // Neither today, when it may be too late to cancel, nor tomorrow, when the green channel's last minutes come free.
  const [, , ...days] = (await citizen.ask<Days>('GET', path)).days;
  const sessions = days.flatMap(({ day, slots }) =>
    [...new Set(slots.map(({ session }) => session))].map((session) => ({
      day,
      session,
      times: slots.filter((slot) => slot.session === session).length,
    })),
  );
  const [least] = sessions.toSorted((a, b) => a.times - b.times);
  if (!least) throw new Error(`${itemCode} has no free time`);
  const { day, session } = least;
  for (let booked: Booked | null = null; ;) {
    const found = await citizen.ask<Days>('GET', `${path}&from=${day}&to=${day}`);
    const slot = found.days.flatMap(({ slots }) => slots).find((one) => one.session === session);
    if (!slot && booked) return { ...booked, day, session };
    if (!slot) throw new Error(`somebody else has booked ${day}, ${session}`);
    const contact = { phone: freshPhone(), language: 'zh-CN' };
    const wish = { itemCode, siteId, startAt: slot.startAt, contact };
    booked = await citizen.ask<Booked>('POST', '/api/appointments/bookings', wish);
  }
}

/** A citizen booking on the portal, page by page. */
export class BookingWay {
  constructor(
    private readonly page: Page,
    private readonly words: Words,
  ) {}

  heading(zh: string, en: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: this.words(zh, en) });
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: this.words('查找事项', 'Find a service') });
  }

  get toPlace(): Locator {
    return this.page.getByRole('button', { name: this.words('选择地点', 'Choose a place') });
  }

  get places(): Locator {
    return this.page.locator('.row-button');
  }

  /**
   * Times, but for the first session's of the first day: the next one of today may begin before it is booked, and cannot
   * be had then. Where the suite's clock is ahead of the browser's, that day may be the only one of the first week.
   */
  get slots(): Locator {
    return this.page.locator('.day ~ .day .slot, .day-session ~ .day-session .slot');
  }

  /** Shows the days after those that are on the page. */
  get moreDays(): Locator {
    return this.page.getByRole('button', { name: this.words('看后面的日期', 'Show later days') });
  }

  /** Times with a single place left: whoever takes one leaves nothing. */
  get lastPlaces(): Locator {
    return this.slots.filter({ hasText: this.words('余 1', '1 left') });
  }

  get taken(): Locator {
    return this.page.getByRole('group', { name: this.words('刚被别人约走了', 'has just taken that time') });
  }

  get held(): Locator {
    return this.page.getByRole('timer');
  }

  get phone(): Locator {
    return this.page.getByRole('textbox', { name: this.words('电话', 'Telephone') });
  }

  get confirmButton(): Locator {
    return this.page.getByRole('button', { name: this.words('确认预约', 'Confirm the booking'), exact: true });
  }

  get done(): Locator {
    return this.heading('预约成功', 'You are booked');
  }

  get code(): Locator {
    return this.page.locator('.receipt-code');
  }

  /** From an item's own page to the times of the first place. */
  async goToTimes(itemCode: string): Promise<void> {
    await this.page.goto(`/book/item/${itemCode}`);
    await this.toPlace.click();
    await this.places.first().click();
    await this.slots.first().waitFor();
  }

  /** On to the last page, the time held. */
  async goToContact(itemCode: string): Promise<void> {
    await this.goToTimes(itemCode);
    await this.slots.first().click();
    await this.held.waitFor();
  }
}
