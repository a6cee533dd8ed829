import { DomainError, RuleBroken } from '@app/common/http/problem.js';
import type { RosterViolation } from './roster.dto.js';

/** More than these are not listed with a refusal: the first ones say what is wrong. */
const MOST_LISTED = 50;

/** 409: some of the days stand in a roster that is in force. */
export class PeriodAlreadyPublished extends DomainError {
  constructor(data: { rosterId: string }) {
    super('period-already-published', 409, data);
  }
}

/** 422 with the first rule broken and its day; all of them are listed. */
export class RosterBreaksRules extends RuleBroken {
  constructor(violations: readonly [RosterViolation, ...RosterViolation[]]) {
    const [{ rule, day, session, officerId, postId, textZh, textEn }] = violations;
    super(rule, { day, session, officerId, postId, textZh, textEn, violations: violations.slice(0, MOST_LISTED) });
  }
}
