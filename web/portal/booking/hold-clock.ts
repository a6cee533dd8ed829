/** What is said aloud of a hold that runs out: at two minutes, at one, and when it is over – never each second. */
export type HoldNews = 'plenty' | 'twoMinutes' | 'oneMinute' | 'over';

/** Whole seconds a time is still kept, 0 when it is over. */
export function secondsLeft(heldUntil: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(heldUntil) - now.getTime()) / 1000));
}

export function holdNews(seconds: number): HoldNews {
  if (seconds === 0) return 'over';
  if (seconds <= 60) return 'oneMinute';
  return seconds <= 120 ? 'twoMinutes' : 'plenty';
}

/** `4:05` */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
