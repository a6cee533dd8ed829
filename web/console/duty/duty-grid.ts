import type { RosterDetail } from '@shared/api/generated/appointments.js';

export type RosterDay = RosterDetail['days'][number];
export type RosterSession = RosterDay['sessions'][number];
export type Duty = RosterSession['duties'][number];
export type Rest = RosterDay['rests'][number];
export type Violation = RosterDetail['violations'][number];

/** The place of one post, or of the day's leader, in one session. */
export interface DutyCell {
  kind: 'duty';
  /** Unique in the grid. */
  key: string;
  day: string;
  session: RosterSession['session'];
  /** Null: the day's leader. */
  postId: string | null;
  /** Nobody is needed here. */
  closed: boolean;
  duties: Duty[];
  violations: Violation[];
}

/** Who is off or away on a day; it runs over all its sessions. */
export interface DayCell {
  kind: 'day';
  key: string;
  day: string;
  rests: Rest[];
  absent: string[];
  violations: Violation[];
  mayRest: boolean;
}

export type Cell = DutyCell | DayCell;

export interface GridRow {
  day: RosterDay;
  session: RosterSession;
  /** The first row of its day carries the day's own cells. */
  first: boolean;
  cells: Cell[];
}

/**
 * The month as a table: a row for each open session, a column for the leader and each post, and one for who is off.
 * Each violation is placed at the cell it is about: one that names nobody's place stands at its day.
 */
export function dutyGrid(roster: RosterDetail): GridRow[] {
  const columns = [null, ...roster.posts.map(({ id }) => id)];
  return roster.days.flatMap((day) => {
    const violations = roster.violations.filter((one) => one.day === day.day);
    const placed = new Set<Violation>();
    const rows = day.sessions.map((session, index) => ({
      day,
      session,
      first: index === 0,
      cells: columns.map((postId): Cell => {
        const duties = session.duties.filter((duty) => duty.postId === postId && duty.role !== 'volunteer');
        const own = violations.filter((one) => isAbout(one, session, postId, duties));
        for (const one of own) placed.add(one);
        return {
          kind: 'duty',
          key: cellKey(day.day, session.session, postId),
          day: day.day,
          session: session.session,
          postId,
          closed: duties.length === 0 && !isNeeded(session, postId),
          duties,
          violations: own,
        };
      }),
    }));
    const dayCell: DayCell = {
      kind: 'day',
      key: dayKey(day.day),
      day: day.day,
      rests: day.rests,
      absent: day.absent,
      violations: violations.filter((one) => !placed.has(one)),
      mayRest: day.kind === 'working',
    };
    return rows.map((row) => ({ ...row, cells: [...row.cells, dayCell] }));
  });
}

/** The leader is needed wherever a post is. */
function isNeeded({ openPosts }: RosterSession, postId: string | null): boolean {
  return postId === null ? openPosts.length > 0 : openPosts.includes(postId);
}

function isAbout(
  violation: Violation,
  { session }: RosterSession,
  postId: string | null,
  duties: readonly Duty[],
): boolean {
  const { rule, officerId } = violation;
  const named = officerId !== null && duties.some((duty) => duty.officerId === officerId);
  // Too many sessions of a day: wherever that person stands on it.
  if (violation.session === null) return named && rule === 'too-many-sessions';
  if (violation.session !== session) return false;
  if (officerId === null) return violation.postId === postId;
  return named && (violation.postId === postId || rule === 'officer-twice');
}

const cellKey = (day: string, session: string, postId: string | null) => `${day}.${session}.${postId ?? 'lead'}`;
const dayKey = (day: string) => `${day}.day`;

/** The element of a cell, for whoever leads the eye to it. */
export const cellId = (key: string) => `duty-${key}`;

/** Where the grid shows a violation. */
export function placeOf(rows: readonly GridRow[], violation: Violation): Cell | undefined {
  return rows.flatMap(({ cells }) => cells).find((cell) => cell.violations.includes(violation));
}

/**
 * The cell a rule would be broken at by something that was refused, and so stands nowhere in the grid: the place it
 * names, else where its officer is on duty then, else its day. Undefined where the roster does not have the day.
 */
export function cellAbout(
  rows: readonly GridRow[],
  {
    day,
    session,
    postId,
    officerId,
  }: Pick<Violation, 'day'> & Partial<Pick<Violation, 'session' | 'postId' | 'officerId'>>,
): Cell | undefined {
  const ofDay = rows.filter((row) => row.day.day === day).flatMap(({ cells }) => cells);
  const ofSession = ofDay.filter((cell) => cell.kind === 'duty').filter((cell) => cell.session === session);
  const named = postId || !officerId ? ofSession.find((cell) => cell.postId === (postId ?? null)) : undefined;
  const standing = ofSession.find(({ duties }) => duties.some((duty) => duty.officerId === officerId));
  return named ?? standing ?? ofDay.find((cell) => cell.kind === 'day');
}

/** Where somebody stands in the grid. */
export interface Position {
  row: number;
  column: number;
}

/**
 * Where a key leads from a cell: arrows by one, Home and End along the row (with Ctrl to the corners), Page Up and
 * Page Down by a day. Null: the key moves nothing.
 */
export function movedBy(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  rows: readonly GridRow[],
  { row, column }: Position,
): Position | null {
  const lastRow = rows.length - 1;
  const lastColumn = (rows[0]?.cells.length ?? 1) - 1;
  const day = rows[row]?.day;
  const own = rows[row]?.cells[column]?.kind === 'day';
  const next = rows.findIndex((other, index) => index > row && other.first);
  const first = rows.findIndex((other) => other.day === day);
  const before = rows.findIndex((other) => other.day === rows[first - 1]?.day);
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, lastColumn) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowDown':
      return own ? { row: next < 0 ? first : next, column } : { row: Math.min(row + 1, lastRow), column };
    case 'ArrowUp':
      return own ? { row: Math.max(before, 0), column } : { row: Math.max(row - 1, 0), column };
    case 'PageDown':
      return { row: next < 0 ? lastRow : next, column };
    case 'PageUp':
      return { row: Math.max(before, 0), column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
