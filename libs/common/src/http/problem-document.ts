import type { Language } from '../contracts/request-kind.js';
import { fieldText } from './field-texts.js';
import type { DomainError, FieldError, ProblemText, ProblemTexts } from './problem.js';

export const PROBLEM_CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457, with the members interfaces.md §1 adds. */
export interface ProblemDocument {
  /** Relative URI naming the kind of problem: `/problems/slot-taken`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly Required<FieldError>[];
  /** The request's id, to be found in every service's log. */
  readonly traceId: string | null;
  readonly [member: string]: unknown;
}

/** The problem document of an error in a language. */
export function problemDocument(
  error: DomainError,
  texts: ProblemTexts,
  language: Language,
  traceId: string | null,
): ProblemDocument {
  const { title, detail } = textOf(error, texts)?.[language] ?? { title: error.type };
  const errors = errorsOf(error);
  return {
    ...error.data,
    type: `/problems/${error.type}`,
    title: filled(title, { ...error.data, traceId }, language),
    status: error.status,
    ...(detail === undefined ? {} : { detail: filled(detail, { ...error.data, traceId }, language) }),
    ...(errors.length === 0 ? {} : { errors: errors.map((one) => told(one, texts, language)) }),
    traceId,
  };
}

/** Seconds for the Retry-After header, where the error says so. */
export function retryAfterOf(error: DomainError): number | undefined {
  const seconds = error.data.retryAfterSeconds;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

function textOf(error: DomainError, texts: ProblemTexts): Readonly<Record<Language, ProblemText>> | undefined {
  const byRule = typeof error.data.rule === 'string' ? texts[`${error.type}/${error.data.rule}`] : undefined;
  return byRule ?? texts[error.type] ?? texts.refused;
}

function errorsOf(error: DomainError): readonly FieldError[] {
  return Array.isArray(error.data.errors) ? error.data.errors.filter(isFieldError) : [];
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'rule' in value;
}

function told(error: FieldError, texts: ProblemTexts, language: Language): Required<FieldError> {
  const values = error.values ?? [];
  const own = texts[`malformed/${error.rule}`]?.[language].title;
  const detail = error.detail ?? own ?? fieldText(error.rule, values, language);
  return { pointer: error.pointer, rule: error.rule, values, detail };
}

/** A list of texts is filled in with commas; what is neither text nor number leaves its place as it is. */
function filled(text: string, data: Readonly<Record<string, unknown>>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    if (isTexts(value)) return value.join(language === 'en' ? ', ' : '、');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
