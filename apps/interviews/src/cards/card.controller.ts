import type { StaffActor } from '@app/common/auth/actor.js';
import { CurrentStaff, Roles } from '@app/common/auth/access.decorators.js';
import { Controller, Get, Query } from '@nestjs/common';
import { CardListQuery, CardPage } from './card.dto.js';
import { Cards } from './cards.service.js';

@Controller('cards')
export class CardController {
  constructor(private readonly cards: Cards) {}

  /** Yellow and red cards the reader may know of, the newest first. */
  @Get()
  @Roles('supervisor', 'handler', 'unit_head', 'inspector', 'leader')
  list(@CurrentStaff() actor: StaffActor, @Query() query: CardListQuery): Promise<CardPage> {
    return this.cards.list(actor, query);
  }
}
