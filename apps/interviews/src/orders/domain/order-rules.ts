import type { CaseState } from '../../cases/domain/case-state.js';

export type OrderState = 'open' | 'overdue' | 'answered';

/** How an order stands: an answer ends it, late or not. */
export function orderState(order: { answeredAt: Date | null; overdueAt: Date | null }): OrderState {
  if (order.answeredAt) return 'answered';
  return order.overdueAt ? 'overdue' : 'open';
}

/**
 * Whether words are enough to answer an order. The order for an overdue talk is fulfilled by the talk alone: its
 * minutes answer it.
 */
export function mayBeAnsweredInWords(order: {
  cause: 'interview-overdue' | 'inspector';
  answeredAt: Date | null;
}): boolean {
  return order.answeredAt === null && order.cause === 'inspector';
}

/** Whether an order that has reached its limit pushes its case up the ladder. */
export function isOverdue(
  order: { answeredAt: Date | null; overdueAt: Date | null; dueAt: Date },
  item: { state: CaseState },
  now: Date,
): boolean {
  return orderState(order) === 'open' && item.state !== 'closed' && now > order.dueAt;
}
