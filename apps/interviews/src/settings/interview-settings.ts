import type { InterviewLimits } from '../cases/domain/limits.js';

/** The workflow's configurable numbers, from the environment. */
export class InterviewSettings implements InterviewLimits {
  constructor(
    readonly interviewWorkingDays = 5,
    readonly orderWorkingDays = 3,
  ) {}

  /**
   * Reads `INTERVIEW_LIMIT_DAYS` and `ORDER_LIMIT_DAYS`.
   * @throws RangeError if one of them is not a whole number of at least 1
   */
  static from(env: NodeJS.ProcessEnv): InterviewSettings {
    return new InterviewSettings(workingDays(env, 'INTERVIEW_LIMIT_DAYS'), workingDays(env, 'ORDER_LIMIT_DAYS'));
  }
}

function workingDays(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`${name} is not a number of working days: ${text}`);
  return days;
}
