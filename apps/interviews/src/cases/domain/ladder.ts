/** Tiers of supervision (domain.md §4): 1 热线督办, 2 纪委督办, 3 领导督办. */
export type Tier = 1 | 2 | 3;

/** What pushes a case up the ladder (domain.md §4, The ladder [D]). */
export type LadderEvent = 'interview-overdue' | 'order-issued' | 'order-overdue' | 'verification-failed';

/**
 * The tier a case is on after an event. A case never climbs down.
 * @param round the round the event falls into: the second failed verification goes to the leaders
 */
export function tierAfter(event: LadderEvent, tier: number, round: number): Tier {
  return Math.max(tier, leastTier(event, round)) as Tier;
}

function leastTier(event: LadderEvent, round: number): Tier {
  switch (event) {
    case 'interview-overdue':
    case 'order-issued':
      return 2;
    case 'order-overdue':
      return 3;
    case 'verification-failed':
      return round >= 2 ? 3 : 1;
  }
}

/** The worse of two cards: a red one stays whatever comes after. */
export function worseCard(one: 'yellow' | 'red' | null, other: 'yellow' | 'red'): 'yellow' | 'red' {
  return one === 'red' ? 'red' : other;
}
