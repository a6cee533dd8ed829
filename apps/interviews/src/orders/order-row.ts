import type { Actor } from '@app/common/auth/actor.js';
import { caseAccess, isOwnUnit } from '../cases/domain/case-policy.js';
import type { UnitName } from '../units/unit-names.js';
import { mayBeAnsweredInWords, orderState } from './domain/order-rules.js';
import type { OrderRow } from './order.dto.js';
import type { OrderWithCase } from './orders.repository.js';

/** An order as the reader may see it. */
export function orderRow(order: OrderWithCase, unit: UnitName, actor: Actor): OrderRow {
  const open = caseAccess(actor, order) === 'full';
  return {
    id: order.id,
    orderNumber: order.orderNumber,
    caseId: order.caseId,
    caseNumber: order.caseNumber,
    ticketId: order.ticketId,
    unitId: order.unitId,
    unitNameZh: unit.nameZh,
    unitNameEn: unit.nameEn,
    tier: order.tier,
    round: order.round,
    cause: order.cause,
    text: open ? order.text : null,
    issuedAt: order.issuedAt.toISOString(),
    issuedBy: order.issuedBy,
    dueAt: order.dueAt.toISOString(),
    state: orderState(order),
    answer: open ? order.answer : null,
    answeredAt: order.answeredAt?.toISOString() ?? null,
    answeredBy: order.answeredBy,
    overdueAt: order.overdueAt?.toISOString() ?? null,
    allowed: isOwnUnit(actor, order) && mayBeAnsweredInWords(order) ? ['answer'] : [],
  };
}
