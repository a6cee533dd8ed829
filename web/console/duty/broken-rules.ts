import { ApiProblem } from '@shared/http/problem.js';
import type { RosterViolation } from '@shared/api/generated/appointments.js';

/** A rule that a change or a publication would break; one of extended service is about a whole day. */
export type BrokenRule = Pick<RosterViolation, 'day' | 'textZh' | 'textEn'> &
  Partial<Pick<RosterViolation, 'session' | 'officerId' | 'postId'>> & { rule: string };

/** Every rule a refusal (422) names; none where it was refused for something else. */
export function brokenRulesOf(error: unknown): readonly BrokenRule[] {
  const listed = error instanceof ApiProblem ? error.data.violations : undefined;
  return Array.isArray(listed) ? listed.filter(isBrokenRule) : [];
}

function isBrokenRule(value: unknown): value is BrokenRule {
  return typeof value === 'object' && value !== null && 'rule' in value && 'day' in value && 'textZh' in value;
}
