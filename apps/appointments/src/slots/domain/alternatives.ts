import type { Span } from './span.js';

/**
 * The free times nearest to a time that is taken, in the same room first among equals.
 * @param most how many to offer
 */
export function nearestAlternatives<T extends Span & { roomId: string }>(
  free: readonly T[],
  taken: Span & { roomId: string },
  most: number,
): T[] {
  const distance = (time: Span): number => Math.abs(time.startAt.getTime() - taken.startAt.getTime());
  const elsewhere = (time: T): number => Number(time.roomId !== taken.roomId);
  return free
    .toSorted((a, b) => distance(a) - distance(b) || elsewhere(a) - elsewhere(b) || +a.startAt - +b.startAt)
    .slice(0, most);
}
