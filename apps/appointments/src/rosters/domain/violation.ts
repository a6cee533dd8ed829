import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';

/** The rules of a roster; a hard one keeps it from being published. */
export const ROSTER_RULES = {
  'post-unfilled': 'hard',
  'no-leader': 'hard',
  'officer-twice': 'hard',
  'too-many-sessions': 'hard',
  'not-of-the-post': 'hard',
  'not-qualified': 'hard',
  'may-not-lead': 'hard',
  'officer-left': 'hard',
  absent: 'hard',
  'on-rest': 'hard',
  'not-open': 'soft',
  'rest-overdue': 'soft',
  'rest-not-owed': 'soft',
} as const satisfies Record<string, 'hard' | 'soft'>;
export type RosterRule = keyof typeof ROSTER_RULES;

/** A rule that a roster breaks, and where. */
export interface Violation {
  readonly rule: RosterRule;
  readonly day: Day;
  /** Null: the day as a whole. */
  readonly session: SessionName | null;
  readonly officerId: string | null;
  readonly postId: string | null;
}

export function isHard({ rule }: Violation): boolean {
  return ROSTER_RULES[rule] === 'hard';
}

/** The hard violations a change brings with it: what was broken before it is not held against it. */
export function newlyBroken(before: readonly Violation[], after: readonly Violation[]): Violation[] {
  const known = new Set(before.map(keyOf));
  return after.filter((violation) => isHard(violation) && !known.has(keyOf(violation)));
}

function keyOf({ rule, day, session, officerId, postId }: Violation): string {
  return [rule, day, session, officerId, postId].join(' ');
}
