import type { SmsTemplate } from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { BOOKING_WORDINGS } from './booking.templates.js';
import { DIALOGUE_WORDINGS } from './dialogue.templates.js';
import { HOTLINE_WORDINGS } from './hotline.templates.js';
import { REQUEST_WORDINGS } from './request.templates.js';
import type { Values, Wording } from './wording.js';

/** A template's value was not given: whoever asked for the message has a bug. */
export class TemplateValueMissing extends Error {
  constructor(template: SmsTemplate, value: string) {
    super(`The text message “${template}” needs the value “${value}”`);
    this.name = 'TemplateValueMissing';
  }
}

/**
 * Neutral, all of them: whoever looks over the citizen's shoulder learns that there is a request or a booking, never
 * what it is about. Only a list to choose from names services, to somebody who has just asked for it.
 */
const WORDINGS: Readonly<Record<SmsTemplate, Wording>> = {
  ...HOTLINE_WORDINGS,
  ...BOOKING_WORDINGS,
  ...DIALOGUE_WORDINGS,
  ...REQUEST_WORDINGS,
};

/**
 * The text of a message.
 * @param given the template's values by name
 * @param timeZone of the office, such as Asia/Shanghai
 * @throws TemplateValueMissing
 */
export function render(
  template: SmsTemplate,
  language: Language,
  given: Readonly<Record<string, unknown>>,
  timeZone: string,
): string {
  const optional = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const required = (name: string): string => {
    const value = optional(name);
    if (value === '') throw new TemplateValueMissing(template, name);
    return value;
  };
  const values: Values = Object.assign(required, { optional });
  const wording = WORDINGS[template];
  return language === 'en' ? wording.en(values, timeZone) : wording.zh(values, timeZone);
}
