import type { Day } from '@app/common/calendar/zone.js';
import { couldServe } from './check-roster.js';
import { HALF_DAYS, type Duty, type Rest, type RosterFrame } from './roster.js';

/** What becomes of one duty of somebody who is away. */
export interface TakeOver<D extends Duty> {
  readonly duty: D;
  /** Null where nobody can: the post's windows close for the session. */
  readonly officerId: string | null;
}

/**
 * Who takes over the duties of an absent officer (AB岗, domain.md §1): at a post the other of A and B, for the lead the
 * one of those who may lead with the fewest duties. Whoever takes over is there, free in that session, not resting and
 * within the limit of sessions a day.
 * @param frame with the absence in it
 * @param duties of the whole roster, those of the absent officer among them
 * @param lost the duties to be taken over, in their order
 */
export function takeOvers<D extends Duty>(
  frame: RosterFrame,
  duties: readonly D[],
  rests: readonly Rest[],
  lost: readonly D[],
): TakeOver<D>[] {
  let standing = [...duties];
  return lost.map((duty) => {
    const [found] = frame.officers
      .filter((officer) => officer.id !== duty.officerId && couldServe(frame, officer, duty))
      .filter(({ id }) => isFree(frame, standing, rests, { ...duty, officerId: id }))
      .map(({ id }) => ({ id, turns: standing.filter(({ officerId }) => officerId === id).length }))
      .toSorted((a, b) => a.turns - b.turns || a.id.localeCompare(b.id));
    if (found) standing = standing.map((one) => (one === duty ? { ...one, officerId: found.id } : one));
    return { duty, officerId: found?.id ?? null };
  });
}

/** The duties that go back to an officer who is here again: those taken over from them that they can still have. */
export function givenBack<D extends Duty & { readonly tookOverFrom: string | null }>(
  frame: RosterFrame,
  duties: readonly D[],
  rests: readonly Rest[],
  { officerId, from }: { officerId: string; from: Day },
): D[] {
  const officer = frame.officers.find(({ id }) => id === officerId);
  if (!officer) return [];
  let standing = [...duties];
  return duties
    .filter(({ tookOverFrom, day }) => tookOverFrom === officerId && day >= from)
    .filter((duty) => {
      const back = { ...duty, officerId };
      if (!couldServe(frame, officer, duty) || !isFree(frame, standing, rests, back)) return false;
      standing = standing.map((one) => (one === duty ? back : one));
      return true;
    });
}

function isFree(
  { rules }: RosterFrame,
  duties: readonly Duty[],
  rests: readonly Rest[],
  { officerId, day, session }: Duty,
): boolean {
  const ofDay = duties.filter((duty) => duty.officerId === officerId && duty.day === day);
  if (ofDay.some((duty) => duty.session === session) || ofDay.length >= rules.sessionsADay) return false;
  return !rests.some(
    (rest) =>
      rest.officerId === officerId && rest.day === day && HALF_DAYS[rest.session].some((name) => name === session),
  );
}
