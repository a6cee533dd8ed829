import { Stream } from 'node:stream';
import { Malformed } from './problem.js';

/** PostgreSQL holds no NUL, UTF-8 no half of a surrogate pair. */
const NOT_STORABLE = /\0|\p{Surrogate}/u;
const DEEPEST = 32;
/** No DTO has a field of this name, and class-transformer would take what it holds for a class to make. */
const NEVER_A_FIELD = 'constructor';

/**
 * Refuses what no service can keep, before anything else looks at it: texts with NUL or lone surrogates, nesting so
 * deep that walking it would exhaust the stack, and a member that passes for a class.
 * @param content a request's body or query
 * @param prefix of the pointer: empty for the body, `?` for the query
 * @throws Malformed (400) naming the first such place
 */
export function assertStorable(content: unknown, prefix = ''): void {
  const fault = faultIn(content, prefix, 0);
  if (fault !== null) throw new Malformed([fault]);
}

function faultIn(value: unknown, pointer: string, depth: number): { pointer: string; rule: string } | null {
  if (typeof value === 'string') return NOT_STORABLE.test(value) ? { pointer, rule: 'storable' } : null;
  if (typeof value !== 'object' || value === null) return null;
  // A proxy passes the body on unread.
  if (value instanceof Stream || ArrayBuffer.isView(value)) return null;
  if (depth === DEEPEST) return { pointer, rule: 'depth' };
  for (const [name, member] of Object.entries(value)) {
    if (NOT_STORABLE.test(name)) return { pointer, rule: 'storable' };
    const place = pointer === '?' ? `?${name}` : `${pointer}/${pointerToken(name)}`;
    if (name === NEVER_A_FIELD) return { pointer: place, rule: 'whitelistValidation' };
    const fault = faultIn(member, place, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** A member's name as part of a JSON pointer (RFC 6901 §3). */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
