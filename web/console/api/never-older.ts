/** Something that exists and changes: each change raises its version. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * What the screen shows after an answer has come: as in the answer, except that nothing goes back to an older version. A
 * reading that was under way while somebody acted may come after the act's own answer, and knows nothing of it.
 * @param shown what the screen shows
 * @param answered what has come
 */
export function neverOlder(shown: unknown, answered: unknown): unknown {
  if (Array.isArray(answered)) return rowsNeverOlder(shown, answered);
  if (!isRecord(answered) || !isRecord(shown)) return answered;
  if (isVersioned(answered) && isVersioned(shown) && answered.id === shown.id && answered.version < shown.version) {
    return shown;
  }
  return Object.fromEntries(Object.entries(answered).map(([key, value]) => [key, neverOlder(shown[key], value)]));
}

/** Rows are compared by what they are, pages of a list by where they stand. */
function rowsNeverOlder(shown: unknown, answered: readonly unknown[]): unknown[] {
  const before: readonly unknown[] = Array.isArray(shown) ? shown : [];
  const known = new Map(before.filter(isVersioned).map((row) => [row.id, row]));
  return answered.map((row, at) => neverOlder(isVersioned(row) ? known.get(row.id) : before[at], row));
}

function isVersioned(value: unknown): value is Versioned {
  return isRecord(value) && typeof value.id === 'string' && typeof value.version === 'number';
}

/** An object as JSON has it. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
