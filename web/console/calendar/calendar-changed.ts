import { ApiProblem } from '@shared/http/problem.js';

/** Whether a change was refused because another administrator had changed the same day or year. */
export function isChanged(error: unknown): boolean {
  return error instanceof ApiProblem && error.type === 'calendar-changed';
}
