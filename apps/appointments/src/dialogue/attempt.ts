import { DomainError } from '@app/common/http/problem.js';
import type { EntityManager } from 'typeorm';

/**
 * Tries something in a savepoint of the message's transaction.
 * @returns the rule that refused it, with everything it did undone
 */
export async function attempt<T extends object>(
  em: EntityManager,
  act: (savepoint: EntityManager) => Promise<T>,
): Promise<T | DomainError> {
  try {
    return await em.transaction(act);
  } catch (error) {
    if (error instanceof DomainError && error.status < 500) return error;
    throw error;
  }
}
