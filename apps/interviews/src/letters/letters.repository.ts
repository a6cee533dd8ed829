import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FormalLetter } from './letter.entity.js';

@Injectable()
export class LetterRepository {
  async insert(em: EntityManager, letter: FormalLetter): Promise<void> {
    await em.insert(FormalLetter, letter);
  }

  /** A case's letters, the oldest first. */
  ofCase(em: EntityManager, caseId: string): Promise<FormalLetter[]> {
    return em.find(FormalLetter, { where: { caseId }, order: { issuedAt: 'ASC', id: 'ASC' } });
  }
}
