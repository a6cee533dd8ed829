import { ApiProblem } from '@shared/http/problem.js';
import { fieldOf, type Typed } from './draft.js';

/** The fields of the contact that the service refused, with its words. */
export function refusedIn(problem: unknown): { field: keyof Typed; text: string }[] {
  if (!(problem instanceof ApiProblem)) return [];
  return problem.errors.flatMap(({ pointer, detail }) => {
    const field = fieldOf(pointer);
    return field === null ? [] : [{ field, text: detail }];
  });
}
