/**
 * The service's clock as this phone knows it: a phone whose clock is wrong still counts a hold down rightly. Every
 * answer with an `asOf` sets it.
 */
let behindMs: number | null = null;

/**
 * How far this phone's clock is behind the service's, in milliseconds.
 * @param before what was known before the page was loaded again
 */
export const phoneIsBehindMs = (before = 0): number => behindMs ?? before;

/** @param asOf when the service gave its answer */
export function heardFromService(asOf: string): void {
  behindMs = Date.parse(asOf) - Date.now();
}

/** Now, by the service's clock. */
export const serviceNow = (behind = phoneIsBehindMs()): Date => new Date(Date.now() + behind);
