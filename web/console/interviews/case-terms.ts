/** The states of a case in the order of its life (domain.md §4). */
export const CASE_STATES = ['opened', 'sorted', 'planned', 'scheduled', 'held', 'closed'] as const;
export const TIERS = [1, 2, 3] as const;
export const PLAN_CLASSES = ['can_be_done', 'cannot_be_done', 'unreasonable'] as const;
export const OUTCOMES = ['resolved', 'explained', 'understanding', 'unresolved'] as const;
export const METHODS = ['phone', 'on_spot'] as const;

const CARD_REASONS = ['no-progress', 'interview-overdue', 'order-overdue'] as const;

/** Whether a card's reason is one we have words for. */
export function isCardReason(reason: string | null): reason is (typeof CARD_REASONS)[number] {
  return CARD_REASONS.some((one) => one === reason);
}
