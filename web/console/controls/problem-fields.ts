import { ApiProblem } from '@shared/http/problem.js';
import type { FieldError } from './error-summary.js';

/** The control each thing a service may refuse stands at: by JSON pointer (`/name`), rule or type of the problem. */
export type ProblemPlaces = Readonly<Record<string, string>>;

/** What a refused request says of single controls; nothing where it is about none of them. */
export function problemFields(error: unknown, places: ProblemPlaces): FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  const { errors, data, type, detail, title } = error;
  const ofFields = errors.map((one) => ({ field: places[one.pointer], text: one.detail }));
  const whole = { field: places[typeof data.rule === 'string' ? data.rule : type], text: detail ?? title };
  return [...ofFields, whole].flatMap(({ field, text }) => (field === undefined ? [] : [{ field, text }]));
}
