import type { UnitName } from '../units/unit-names.js';
import type { CardRow } from './card.dto.js';
import type { CardWithCase } from './cards.repository.js';

/** A card as it is shown. */
export function cardRow(card: CardWithCase, unit: UnitName): CardRow {
  return {
    id: card.id,
    caseId: card.caseId,
    caseNumber: card.caseNumber,
    ticketId: card.ticketId,
    ticketNumber: card.ticketNumber,
    unitId: card.unitId,
    unitNameZh: unit.nameZh,
    unitNameEn: unit.nameEn,
    colour: card.colour,
    reason: card.reason,
    round: card.round,
    issuedAt: card.issuedAt.toISOString(),
  };
}
