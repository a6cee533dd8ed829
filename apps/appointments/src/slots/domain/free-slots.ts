import type { DayGrid, GridTime } from './day-grid.js';
import type { TakenPlace } from './taken-place.js';
import type { WindowSlot } from './window-slots.js';

/** A time with places left at the windows of a site together. */
export interface FreeTime {
  readonly time: GridTime;
  readonly placesLeft: number;
}

/**
 * The free times of a day, the earliest first: where more than one window can serve at a time, their places are added up.
 * @param takenOf what is taken of a window on that day
 */
export function freeTimesOf(grid: DayGrid, takenOf: (windowId: string) => readonly TakenPlace[]): FreeTime[] {
  const left = grid.times.map(() => 0);
  for (const { windowId, slots, at } of grid.windows) {
    placesLeft(slots, takenOf(windowId)).forEach((places, i) => {
      const time = at[i] ?? 0;
      left[time] = (left[time] ?? 0) + places;
    });
  }
  const free: FreeTime[] = [];
  grid.times.forEach((time, i) => {
    const places = left[i] ?? 0;
    if (places > 0) free.push({ time, placesLeft: places });
  });
  return free;
}

/**
 * How many places of each slot of a window are free: places 1 to the capacity without anything taken in its time. A
 * place taken beyond the capacity, from before it was lowered, takes none of them.
 * @param slots in order, all of one length
 * @param taken in any order; the better it is ordered by time, the less is gone through
 */
export function placesLeft(slots: readonly WindowSlot[], taken: readonly TakenPlace[]): number[] {
  const left = slots.map(({ capacity }) => capacity);
  const most = Math.max(0, ...left);
  // A row for each slot, a column for each place: however many take it, a place is taken once.
  const seen = new Uint8Array(slots.length * most);
  let first = 0;
  let beforeMs = Infinity;
  for (const { place, fromMs, toMs } of taken) {
    if (fromMs < beforeMs) first = 0;
    beforeMs = fromMs;
    while ((slots[first]?.toMs ?? Infinity) <= fromMs) first += 1;
    for (let i = first; (slots[i]?.fromMs ?? Infinity) < toMs; i += 1) {
      const cell = i * most + place - 1;
      if (place > (slots[i]?.capacity ?? 0) || seen[cell]) continue;
      seen[cell] = 1;
      left[i] = (left[i] ?? 0) - 1;
    }
  }
  return left;
}
