import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LetterIssue } from '../letters/letter-issue.js';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { LimitTimers } from './limit-timers.js';

/** Opens a round of a case: its letter to the unit, its limit. */
@Injectable()
export class RoundOpener {
  constructor(
    private readonly cases: CaseRepository,
    private readonly letters: LetterIssue,
    private readonly limits: LimitTimers,
    private readonly ledger: Ledger,
  ) {}

  /** Opens the round that `item` says it is in. */
  async open(em: EntityManager, item: InterviewCase, actor: Actor): Promise<void> {
    await this.cases.insertRound(em, {
      caseId: item.id,
      round: item.round,
      openedAt: item.roundOpenedAt,
      dueAt: item.dueAt,
    });
    const letter = await this.letters.assignment(em, item, item.roundOpenedAt);
    await this.limits.start(em, item);
    await this.ledger.write(em, {
      itemType: 'case',
      itemId: item.id,
      action: item.round === 1 ? 'opened' : 'round-opened',
      actor,
      at: item.roundOpenedAt,
      detail: { round: item.round, letter: letter.number, dueAt: item.dueAt.toISOString() },
    });
  }
}
