import { isDay, shiftDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import { daysOf, type Span } from './year-days.js';

/** What somebody has to look at who has a notice read. */
export type Doubt =
  | { readonly kind: 'count'; readonly span: Span; readonly said: number }
  | { readonly kind: 'elsewhere'; readonly day: Day }
  | { readonly kind: 'unread'; readonly text: string };

/** What a notice was understood to say of one year. */
export interface ReadNotice {
  readonly holidays: readonly Span[];
  readonly makeUpDays: readonly Day[];
  /** Its number (文号), where it is in the text. */
  readonly source: string | null;
  readonly doubts: readonly Doubt[];
}

const NUMBER = /\p{Script=Han}{2,12}[〔[(]\d{4}[〕\])]\d+号/u;
const BRACKETS = /\([^()]*\)/g;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
const UNTIL = /^[至到—–~-]+$/;
const SAID = /(?:共|放假)(\d+)天/;

/**
 * Reads the text of a notice (国务院办公厅关于部分节假日安排的通知) as it is published: `1月1日（周四）至3日（周六）放假
 * 调休，共3天。1月4日（周日）上班。` What lies in the year beside it is left out and named among the doubts.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const plain = text.normalize('NFKC').replaceAll(/[^\S\n]/g, '');
  const clauses = plain.replaceAll(BRACKETS, '').split(/[。;,\n]/);
  const holidays: Span[] = [];
  const makeUpDays: Day[] = [];
  const doubts: Doubt[] = [];
  for (const clause of clauses) {
    const spans = spansIn(clause, year);
    const isOff = clause.includes('放假');
    const isWorked = clause.includes('上班');
    if ((isOff || isWorked) && spans.some(isBroken)) doubts.push({ kind: 'unread', text: clause });
    else if (isOff) holidays.push(...spans);
    else if (isWorked) makeUpDays.push(...spans.flatMap(daysOf));
    const said = Number(SAID.exec(clause)?.[1] ?? NaN);
    const last = holidays.at(-1);
    if (last && said > 0 && daysOf(last).length !== said) doubts.push({ kind: 'count', span: last, said });
  }
  const elsewhere = [...holidays.flatMap(daysOf), ...makeUpDays].filter((day) => yearOf(day) !== year);
  doubts.push(...elsewhere.map((day): Doubt => ({ kind: 'elsewhere', day })));
  return {
    holidays: holidays.flatMap((span) => within(span, year)),
    makeUpDays: makeUpDays.filter((day) => yearOf(day) === year),
    source: NUMBER.exec(plain)?.[0] ?? null,
    doubts,
  };
}

/** The dates of a clause, two with 至 between them as one span; month and year go on from the date before. */
function spansIn(clause: string, year: number): Span[] {
  const spans: { from: Day; to: Day }[] = [];
  let month = 0;
  let inYear = year;
  let end = -1;
  for (const match of clause.matchAll(DATE)) {
    inYear = Number(match[1] ?? inYear);
    month = Number(match[2] ?? month);
    const day = `${inYear}-${two(month)}-${two(Number(match[3]))}`;
    const last = spans.at(-1);
    if (last && UNTIL.test(clause.slice(end, match.index))) last.to = day;
    else spans.push({ from: day, to: day });
    end = match.index + match[0].length;
  }
  return spans;
}

function isBroken({ from, to }: Span): boolean {
  return !isDay(from) || !isDay(to) || to < from || to > shiftDay(from, 31);
}

function within({ from, to }: Span, year: number): Span[] {
  const days = daysOf({ from, to }).filter((day) => yearOf(day) === year);
  const [first] = days;
  const last = days.at(-1);
  return first && last ? [{ from: first, to: last }] : [];
}

const two = (number: number): string => String(number).padStart(2, '0');
