import type { CaseRow, MinutesBody, PlanBody, VerificationBody } from '@shared/api/generated/interviews.js';

export type CaseState = CaseRow['state'];
export type PlanClass = PlanBody['class'];
export type Outcome = MinutesBody['outcome'];
export type VerificationMethod = VerificationBody['method'];

/** The states of a case in the order of its life (domain.md §4). */
export const CASE_STATES: readonly CaseState[] = ['opened', 'sorted', 'planned', 'scheduled', 'held', 'closed'];
export const PLAN_CLASSES: readonly PlanClass[] = ['can_be_done', 'cannot_be_done', 'unreasonable'];
export const OUTCOMES: readonly Outcome[] = ['resolved', 'explained', 'understanding', 'unresolved'];
export const METHODS: readonly VerificationMethod[] = ['phone', 'on_spot'];

/** Tiers of supervision: 1 热线督办, 2 纪委督办, 3 领导督办. */
export const TIERS = ['1', '2', '3'] as const;
export type Tier = (typeof TIERS)[number];

/** The tier of a case as its name is looked up. */
export const tierOf = (item: { tier: number }): Tier => TIERS.find((tier) => Number(tier) === item.tier) ?? '1';

const CARD_REASONS = ['no-progress', 'interview-overdue', 'order-overdue'] as const;

/** Whether a card's reason is one we have words for. */
export function isCardReason(reason: string | null): reason is (typeof CARD_REASONS)[number] {
  return CARD_REASONS.some((one) => one === reason);
}
