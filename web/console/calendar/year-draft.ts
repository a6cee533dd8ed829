import { isDay, type Day } from '@app/common/calendar/zone.js';
import type { BringInYearDto, CalendarYearDto } from '@shared/api/generated/hotline.js';
import { daysOf, spansOf, type Span } from './year-days.js';

/** A year as it is typed; days are empty until they are chosen. */
export interface YearDraft {
  /** The notice's text, to be read in. */
  notice: string;
  holidays: readonly Span[];
  makeUpDays: readonly Day[];
  source: string;
}

export const EMPTY_SPAN: Span = { from: '', to: '' };

/** More days in one span is a slip of the hand: the longest holiday has some ten. */
const LONGEST_SPAN = 31;

export type YearFault = 'span' | 'spanOrder' | 'spanLong' | 'day' | 'source';

export const SOURCE_FIELD = 'year-source';
export const spanField = (index: number): string => `year-holiday-${index}`;
export const dayField = (index: number): string => `year-make-up-${index}`;

/** The form as it begins: what was brought in before, or a row of each to fill in. */
export function draftOf(known: CalendarYearDto | undefined): YearDraft {
  if (!known) return { notice: '', holidays: [EMPTY_SPAN], makeUpDays: [''], source: '' };
  return { notice: '', holidays: spansOf(known.holidays), makeUpDays: known.makeUpDays, source: known.source };
}

/** What is missing or cannot be, each at its field; a row left empty is no row. */
export function faultsOf({ holidays, makeUpDays, source }: YearDraft): { field: string; fault: YearFault }[] {
  const faults: { field: string; fault: YearFault }[] = [];
  for (const [index, span] of holidays.entries()) {
    const fault = spanFault(span);
    if (fault) faults.push({ field: spanField(index), fault });
  }
  for (const [index, day] of makeUpDays.entries()) {
    if (day !== '' && !isDay(day)) faults.push({ field: dayField(index), fault: 'day' });
  }
  if (source.trim().length < 2) faults.push({ field: SOURCE_FIELD, fault: 'source' });
  return faults;
}

function spanFault({ from, to }: Span): YearFault | null {
  if (from === '' && to === '') return null;
  if (!isDay(from) || !isDay(to)) return 'span';
  if (to < from) return 'spanOrder';
  return lengthOf({ from, to }) > LONGEST_SPAN ? 'spanLong' : null;
}

/** How many days a span has; 0 where it is none. */
export function lengthOf({ from, to }: Span): number {
  if (!isDay(from) || !isDay(to) || to < from) return 0;
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** The days of a draft as far as they are days, each once. */
export function daysOfDraft({ holidays, makeUpDays }: Pick<YearDraft, 'holidays' | 'makeUpDays'>): {
  holidays: Day[];
  makeUpDays: Day[];
} {
  const spans = holidays.filter((span) => lengthOf(span) > 0 && lengthOf(span) <= LONGEST_SPAN);
  return {
    holidays: [...new Set(spans.flatMap(daysOf))].toSorted(),
    makeUpDays: [...new Set(makeUpDays.filter(isDay))].toSorted(),
  };
}

/** @param replaces when the arrangement that is corrected was brought in; null for none */
export function bodyOf(draft: YearDraft, replaces: string | null): BringInYearDto {
  return { ...daysOfDraft(draft), source: draft.source.trim(), replaces };
}

/** The rows that name one of the days a rule refuses; the first row of holidays where none does. */
export function fieldsOfDays({ holidays, makeUpDays }: YearDraft, days: readonly Day[]): string[] {
  const spans = holidays.flatMap(({ from, to }, index) =>
    days.some((day) => from <= day && day <= to) ? [spanField(index)] : [],
  );
  const single = makeUpDays.flatMap((day, index) => (days.includes(day) ? [dayField(index)] : []));
  const fields = [...spans, ...single];
  return fields.length > 0 ? fields : [spanField(0)];
}
