/** One part of a text message holds 70 characters as soon as one of them is Chinese (interfaces.md §3). */
export const PART_LENGTH = 70;

/** The longest values a template is made for, in UTF-16 units. Places and choices are shortened, whatever they measure. */
export const LONGEST = { number: 16, code: 10, state: 12 } as const;

/** The values of one message. */
export interface Values {
  /**
   * A value the template cannot do without.
   * @throws TemplateValueMissing
   */
  (name: string): string;
  /** A value that may be left out; then it is empty. */
  optional(name: string): string;
}

/** A template in both languages. */
export interface Wording {
  readonly zh: (values: Values, timeZone: string) => string;
  readonly en: (values: Values, timeZone: string) => string;
}

/** The sender's name stands before every Chinese message, as carriers ask. */
export const SIGNED = '【阳光热线】';

/** Before, middle and after in one part, the middle shortened when it has to be. */
export function fitted(before: string, middle: string, after: string): string {
  return before + shortened(middle, PART_LENGTH - before.length - after.length) + after;
}

/**
 * A question with numbered answers in one part: `1)甲 2)乙 3)丙 0)更多`. Long answers are shortened, and only as far as they
 * have to be, so that each keeps a fair share of the room; two that would then read the same keep both their ends.
 * @param answers one to three
 * @param more what 0 is for, empty when there is nothing more
 * @param shorten how a long answer is shortened
 */
export function choice(
  question: string,
  answers: readonly string[],
  more: string,
  shorten: (text: string, room: number) => string = shortened,
): string {
  const digits = answers.length * '1)'.length + (answers.length - 1);
  const room = PART_LENGTH - question.length - digits - (more === '' ? 0 : more.length + 1);
  const longest = fairLength(
    answers.map(({ length }) => length),
    room,
  );
  const short = answers.map((answer) => shorten(answer, longest));
  const told = new Set(short).size < new Set(answers).size ? answers.map((each) => bothEnds(each, longest)) : short;
  const listed = told.map((answer, at) => `${at + 1})${answer}`);
  return question + [...listed, ...(more === '' ? [] : [more])].join(' ');
}

/** The most that each may have so that together they have at most `room`. */
function fairLength(lengths: readonly number[], room: number): number {
  let left = room;
  for (const [at, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - at));
    if (length > share) return share;
    left -= length;
  }
  return room;
}

function shortened(text: string, room: number): string {
  return text.length <= room ? text : `${cut(text, Math.max(0, room - 1)).trimEnd()}…`;
}

/**
 * Shortened in the middle: what tells English service names apart is often their end (“Registration of a birth”, “… of a
 * marriage”). The end begins with a word where that leaves enough of it.
 */
export function bothEnds(text: string, room: number): string {
  if (text.length <= room) return text;
  const ends = Math.max(0, room - 1);
  const end = cutFront(text, Math.ceil(ends * 0.6));
  const word = end.slice(end.indexOf(' ') + 1);
  const last = word.length * 2 >= end.length ? word : end;
  return `${cut(text, ends - last.length).trimEnd()}…${last.trimStart()}`;
}

/** At most `length` UTF-16 units, no character torn in two. */
function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end;
}

/** The last ones, likewise. */
function cutFront(text: string, length: number): string {
  const end = length === 0 ? '' : text.slice(-length);
  return /^[\uDC00-\uDFFF]/.test(end) ? end.slice(1) : end;
}

/** The three answers a question can have: `name1` and, where there are more, `name2` and `name3`. */
export function answersOf(values: Values, name: string): string[] {
  return [values(`${name}1`), values.optional(`${name}2`), values.optional(`${name}3`)].filter((each) => each !== '');
}

/** `11月25日14:30`; what is no instant stays as it is. */
export function timeZh(instant: string, timeZone: string): string {
  const at = parts(instant, 'zh-CN', 'numeric', timeZone);
  return at ? `${at.month}月${at.day}日${at.hour}:${at.minute}` : instant;
}

/** `25 Nov 14:30`; what is no instant stays as it is. */
export function timeEn(instant: string, timeZone: string): string {
  const at = parts(instant, 'en-GB', 'short', timeZone);
  return at ? `${at.day} ${at.month} ${at.hour}:${at.minute}` : instant;
}

/** `14:30`, for what is still today; what is no instant stays as it is. */
export function clockTime(instant: string, timeZone: string): string {
  const at = parts(instant, 'en-GB', 'short', timeZone);
  return at ? `${at.hour}:${at.minute}` : instant;
}

function parts(
  instant: string,
  locale: string,
  month: 'numeric' | 'short',
  timeZone: string,
): Record<'month' | 'day' | 'hour' | 'minute', string> | null {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    month,
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  const { month: m = '', day = '', hour = '', minute = '' } = found;
  return { month: m.replace('月', ''), day: day.replace('日', ''), hour, minute };
}
