/** Chance that falls the same way each time: a county made twice is the same county. */
export class Chance {
  constructor(private state: number) {}

  /** Mulberry32. @returns at least 0, less than 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** @returns a whole number from 0 to below `count` */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Whether something happens that happens so often of a hundred times. */
  percent(often: number): boolean {
    return this.next() * 100 < often;
  }

  /** @throws Error if there is nothing to choose from */
  oneOf<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('There is nothing to choose from');
    return one;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }
}
