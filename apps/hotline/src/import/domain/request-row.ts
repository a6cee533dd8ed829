import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { kindByWords } from './kind-by-words.js';
import { tidyLine, tidyText } from './tidy-text.js';
import { readTime } from './written-time.js';

/** The columns of a list of requests with their replies, as such lists head them. */
export const REQUEST_COLUMNS = {
  number: '留言编号',
  citizen: '留言用户',
  subject: '留言主题',
  registeredAt: '留言时间',
  content: '留言详情',
  reply: '答复意见',
  repliedAt: '答复时间',
} as const;
export type RequestColumn = keyof typeof REQUEST_COLUMNS;

/** What one row says, as text, under each column. */
export type RequestCells = Readonly<Record<RequestColumn, string>>;

/** A request of another system, ready to become a ticket. */
export interface ImportedRequest {
  /** Row of the spreadsheet, counted from 1 with the heading. */
  readonly row: number;
  /** Its number in the system it comes from. */
  readonly number: string;
  /** The name the citizen used there; may be empty. */
  readonly citizen: string;
  readonly subject: string;
  readonly content: string;
  readonly kind: RequestKind;
  readonly registeredAt: Date;
  readonly reply: { readonly text: string; readonly at: Date } | null;
}

export const ROW_FAULTS = ['missing', 'too-long', 'unreadable', 'in-future', 'before-request', 'number-twice'] as const;

/** What is wrong, and under which column. */
export interface RowFault {
  readonly column: RequestColumn;
  readonly fault: (typeof ROW_FAULTS)[number];
  /** The row that has the same number, where it occurs twice. */
  readonly firstRow?: number;
}

/** Why a row does not become a ticket: every fault, so that it is mended once. */
export interface BadRow {
  readonly row: number;
  readonly faults: readonly RowFault[];
}

/** Longest texts taken, in UTF-16 units: far above any real message. */
const LONGEST = { number: 64, citizen: 100, subject: 300, content: 100_000, reply: 100_000 } as const;

/**
 * Reads one row: texts made tidy, times taken by the office's wall clock, the kind from the subject's words. The
 * citizen's name and the reply may be missing, but a reply has its time and a time has its reply.
 *
 * A reply of which only the day is known counts from the beginning of that day, though never from before its request.
 * @param now no request and no reply can be later
 */
export function requestOf(
  row: number,
  cells: RequestCells,
  { timeZone, now }: { timeZone: string; now: Date },
): ImportedRequest | BadRow {
  const faults: RowFault[] = [];
  const text = (column: keyof typeof LONGEST, tidy: (text: string) => string, needed: boolean): string => {
    const value = tidy(cells[column]);
    if (needed && value === '') faults.push({ column, fault: 'missing' });
    if (value.length > LONGEST[column]) faults.push({ column, fault: 'too-long' });
    return value;
  };
  const time = (column: 'registeredAt' | 'repliedAt', needed: boolean) => {
    const written = readTime(cells[column], timeZone);
    const empty = cells[column].trim() === '';
    if (needed && empty) faults.push({ column, fault: 'missing' });
    if (!written && !empty) faults.push({ column, fault: 'unreadable' });
    if (written && written.at > now) faults.push({ column, fault: 'in-future' });
    return written;
  };

  const number = text('number', tidyLine, true);
  const citizen = text('citizen', tidyLine, false);
  const subject = text('subject', tidyLine, true);
  const content = text('content', tidyText, true);
  const registered = time('registeredAt', true);
  const replyText = text('reply', tidyText, cells.repliedAt.trim() !== '');
  const replied = time('repliedAt', replyText !== '');
  if (registered && replied && replied.until < registered.at) {
    faults.push({ column: 'repliedAt', fault: 'before-request' });
  }
  if (faults.length > 0 || !registered) return { row, faults };

  const registeredAt = registered.at;
  const reply = replied && { text: replyText, at: replied.at < registeredAt ? registeredAt : replied.at };
  return { row, number, citizen, subject, content, kind: kindByWords(subject), registeredAt, reply };
}

export function isBadRow(read: ImportedRequest | BadRow): read is BadRow {
  return 'faults' in read;
}
