import type { StaffActor } from '@app/common/auth/actor.js';
import { hasRole } from '@app/common/auth/actor.js';
import { Forbidden, NotFound, RuleBroken, StaleVersion, WrongState } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InterviewCase } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { allowedActions, caseAccess, policyAllows, stateAllows, type CaseAction } from './domain/case-policy.js';

/** Lets an actor at a case for one action, or refuses in the order: may not know, may not do, stale, not now. */
@Injectable()
export class CaseGate {
  constructor(private readonly cases: CaseRepository) {}

  /**
   * The case, locked, when the actor may do `action` to it now.
   * @param version what the actor has read (If-Match)
   * @throws NotFound, Forbidden, RuleBroken `verifier-of-the-unit`, StaleVersion, WrongState
   */
  async enter(
    em: EntityManager,
    actor: StaffActor,
    id: string,
    version: number,
    action: CaseAction,
  ): Promise<InterviewCase> {
    const item = await this.cases.lock(em, id);
    if (!item || caseAccess(actor, item) === 'none') throw new NotFound();
    if (!policyAllows(action, actor, item)) {
      throw hasRole(actor, 'inspector') && actor.unitId === item.unitId
        ? new RuleBroken('verifier-of-the-unit')
        : new Forbidden();
    }
    if (item.version !== version) throw new StaleVersion({ current: item.version });
    if (!stateAllows(action, item.state)) {
      throw new WrongState({ state: item.state, allowed: allowedActions(actor, item) });
    }
    return item;
  }
}
