import { Injectable } from '@nestjs/common';

/**
 * What can go wrong on request. `drop-answer`: the message is taken, the connection breaks before the answer;
 * `too-many-requests`: 429; `server-error`: 500, nothing taken; `opted-out`: error 21610; `duplicate-webhook`: every
 * webhook is sent twice; `lost-webhook`: it is not sent.
 */
export const FAULTS = [
  'drop-answer',
  'too-many-requests',
  'server-error',
  'opted-out',
  'duplicate-webhook',
  'lost-webhook',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults switched on for the next so many occasions. */
@Injectable()
export class Faults {
  private readonly left = new Map<Fault, number>();

  switchOn(fault: Fault, times: number): void {
    this.left.set(fault, times);
  }

  clear(): void {
    this.left.clear();
  }

  /** Whether the fault strikes now; counts down. */
  strikes(fault: Fault): boolean {
    const left = this.left.get(fault) ?? 0;
    if (left === 0) return false;
    this.left.set(fault, left - 1);
    return true;
  }

  state(): Record<string, number> {
    return Object.fromEntries([...this.left].filter(([, left]) => left > 0));
  }
}
