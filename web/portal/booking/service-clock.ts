/**
 * The service's clock as this phone knows it: a phone whose clock is wrong still counts a hold down rightly. Every
 * answer with an `asOf` sets it.
 */
let behindMs = 0;

/** How far this phone's clock is behind the service's, in milliseconds. */
export const phoneIsBehindMs = (): number => behindMs;

/** @param asOf when the service gave its answer */
export function heardFromService(asOf: string): void {
  behindMs = Date.parse(asOf) - Date.now();
}

/** Now, by the service's clock. */
export const serviceNow = (behind = behindMs): Date => new Date(Date.now() + behind);
