import type { SmsTemplate } from '@app/common/contracts/gateway.events.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import type { Choice, Errand, Question } from './dialogue-state.js';
import type { Effects } from './effects.js';

/** A text message to the citizen. */
export interface Reply {
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
}

/** The message that asks a question. */
export function ask(question: Question, language: Language): Reply {
  switch (question.kind) {
    case 'item':
      return { template: 'choose_item', values: { ...options(question.shown, language), ...more(question.next) } };
    case 'site':
      return { template: 'choose_site', values: { ...options(question.shown, language), ...more(question.next) } };
    case 'time':
      return { template: 'choose_time', values: { ...numbered('time', question.shown), ...more(question.next) } };
    case 'confirm':
      return askToConfirm(question.errand, question.startAt, language);
    case 'drop':
      return { template: 'confirm_drop', values: { code: question.code, time: question.startAt } };
    case 'resume':
      return { template: 'resume_booking', values: {} };
  }
}

/** The message that says how something stands. */
export function tell(standing: Effects['standing']['outcome']): Reply {
  switch (standing.kind) {
    case 'waitlist': {
      const { code, state, booking, offer } = standing;
      const kept = offer && { time: offer.startAt, until: offer.until };
      return { template: 'waitlist_status', values: { code, state, ...(booking && { booking }), ...kept } };
    }
    case 'contact': {
      const { code, state, dueAt, agreedAt } = standing;
      return { template: 'contact_status', values: { code, state, until: dueAt, ...(agreedAt && { time: agreedAt }) } };
    }
    case 'unknown':
      return { template: 'booking_unknown', values: {} };
  }
}

function askToConfirm(errand: Errand, time: string, language: Language): Reply {
  return errand.kind === 'move'
    ? { template: 'confirm_move', values: { code: errand.code, time } }
    : { template: 'confirm_booking', values: { time, place: language === 'en' ? errand.place.en : errand.place.zh } };
}

function options(shown: readonly Choice[], language: Language): Record<string, string> {
  return numbered(
    'option',
    shown.map(({ zh, en }) => (language === 'en' ? en : zh)),
  );
}

function numbered(name: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at + 1}`, value]));
}

function more(next: unknown): Record<string, string> {
  return next === null ? {} : { more: 'yes' };
}
