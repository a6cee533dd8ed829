import type { Actor } from '@app/common/auth/actor.js';
import { toPage } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { caseScope } from '../cases/domain/case-policy.js';
import { UnitNames } from '../units/unit-names.js';
import type { CardListQuery, CardPage } from './card.dto.js';
import { cardRow } from './card-row.js';
import { CardRepository } from './cards.repository.js';

/** Reads cards. */
@Injectable()
export class Cards {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cards: CardRepository,
    private readonly units: UnitNames,
  ) {}

  /**
   * Cards the actor may know of, the newest first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list(actor: Actor, query: CardListQuery): Promise<CardPage> {
    const scope = caseScope(actor);
    if (!scope) return { items: [], next: null };
    const found = await this.cards.list(this.dataSource.manager, scope, query);
    const page = toPage(
      found,
      query.limit,
      (card) => [card.issuedAt.toISOString(), card.id],
      (card) => cardRow(card, this.units.nameOf(card.unitId)),
    );
    return { items: [...page.items], next: page.next };
  }
}
