import { checkRoster, demandKey } from './check-roster.js';
import type { Demand, Duty, Rest, RosterFrame } from './roster.js';
import { dutiesOf, fillingModel, leftOpen, restsOf, sharingModel, type Solution } from './roster-model.js';
import { isHard } from './violation.js';

/** Answers a programme in LP format; null where the time was over before there was any answer. */
export type Solve = (program: string) => Promise<{ readonly values: Solution; readonly best: boolean } | null>;

export interface ProposedRoster {
  readonly duties: readonly Duty[];
  readonly rests: readonly Rest[];
  /** Demands that nobody can fill, as few as can be. */
  readonly unfilled: readonly Demand[];
  /** False: turns could perhaps be shared more evenly. */
  readonly best: boolean;
}

/**
 * A roster that fills all that can be filled, shares turns evenly and gives rest days back. What it fills comes first:
 * it is asked for by itself, and then kept while the turns are shared.
 * @returns null where there was no time to tell what can be filled
 */
export async function proposeRoster(frame: RosterFrame, solve: Solve): Promise<ProposedRoster | null> {
  const filling = await solve(fillingModel(frame));
  if (!filling?.best) return null;
  const unfilled = leftOpen(frame, filling.values);
  const sharing = await solve(sharingModel(frame, unfilled));
  if (sharing) {
    const [duties, rests] = [dutiesOf(frame, sharing.values), restsOf(frame, sharing.values)];
    if (isSound(frame, duties, rests, unfilled)) return { duties, rests, unfilled, best: sharing.best };
  }
  return { duties: dutiesOf(frame, filling.values), rests: [], unfilled, best: false };
}

/** A search that was cut short may hand back half a roster. */
function isSound(
  frame: RosterFrame,
  duties: readonly Duty[],
  rests: readonly Rest[],
  unfilled: readonly Demand[],
): boolean {
  const open = new Set(unfilled.map(demandKey));
  return checkRoster(frame, duties, rests)
    .filter(isHard)
    .every(({ day, session, postId }) => session !== null && open.has(demandKey({ day, session, postId })));
}
