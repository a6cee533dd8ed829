/** How often each whole number occurred, such as minutes of waiting. */
export type Histogram = ReadonlyMap<number, number>;

/** How many there are in all. */
export function sizeOf(histogram: Histogram): number {
  let size = 0;
  for (const count of histogram.values()) size += count;
  return size;
}

/**
 * The smallest number that at least this part of all do not exceed (nearest rank): with 0.5 the median, with 0.9 what
 * nine of ten do not exceed.
 * @param part above 0, at most 1
 * @returns null where there is nothing
 */
export function percentile(histogram: Histogram, part: number): number | null {
  const rank = Math.ceil(sizeOf(histogram) * part);
  let seen = 0;
  for (const [value, count] of [...histogram].toSorted(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank && count > 0) return value;
  }
  return null;
}

/** Both together. */
export function added(one: Histogram, other: Histogram): Histogram {
  const sum = new Map(one);
  for (const [value, count] of other) sum.set(value, (sum.get(value) ?? 0) + count);
  return sum;
}
