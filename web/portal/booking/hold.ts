import { ApiProblem } from '@shared/http/problem.js';
import { change, currentDraft } from './draft-store.js';
import { wishOf, type Offered } from './draft.js';
import { phoneIsBehindMs } from './service-clock.js';
import { bookingBook } from '../appointments.js';
import { keyed } from '../form/keyed.js';

/**
 * Holds a time for some minutes and gives back the one held before. Where somebody else was faster, the nearest free
 * times stand in the draft.
 * @returns whether it is held
 * @throws ApiProblem for every other refusal, and when no answer came
 */
export async function hold(slot: { siteId: string; startAt: string }): Promise<boolean> {
  const { itemCode } = currentDraft();
  if (itemCode === null) return false;
  const wish = wishOf(currentDraft(), itemCode, slot);
  try {
    const booking = await keyed('hold', wish, (options) => bookingBook(wish, options));
    const { code, siteId, startAt, endAt, people, green, homeVisit, heldUntil } = booking;
    const behindMs = phoneIsBehindMs(currentDraft().hold?.behindMs);
    change({
      type: 'held',
      hold: { code, itemCode, siteId, startAt, endAt, people, green, homeVisit, heldUntil: heldUntil ?? '', behindMs },
    });
    return true;
  } catch (problem) {
    const alternatives = alternativesOf(problem);
    if (alternatives === null) throw problem;
    change({ type: 'taken', startAt: slot.startAt, alternatives });
    return false;
  }
}

/** The nearest free times a refusal names (409 `slot-taken`); null for any other problem. */
export function alternativesOf(problem: unknown): readonly Offered[] | null {
  if (!(problem instanceof ApiProblem) || problem.type !== 'slot-taken') return null;
  const { alternatives } = problem.data;
  return Array.isArray(alternatives) ? alternatives.filter(isOffered) : [];
}

const isOffered = (value: unknown): value is Offered =>
  typeof value === 'object' && value !== null && 'siteId' in value && 'startAt' in value && 'endAt' in value;
