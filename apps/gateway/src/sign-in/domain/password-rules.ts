/** [D] A password that was given out must be exchanged for one's own within so long. */
export const ONE_TIME_VALID_MS = 7 * 24 * 3600 * 1000;
export const SHORTEST_PASSWORD = 12;
const FEWEST_DIFFERENT_CHARACTERS = 5;

/** Somebody at the door whose password is right. */
export interface PasswordUse {
  readonly signInName: string;
  readonly typed: string;
  /** The password they want from now on, if they say one. */
  readonly chosen: string | undefined;
  /** Until when the typed one may be exchanged; null if it is their own. */
  readonly oneTimeUntil: Date | null;
}

export type PasswordRule = 'one-time-password-over' | 'new-password-needed' | 'password-not-new' | 'password-too-easy';

/**
 * Which rule of passwords stands in the way of a sign-in; null if none does. One that was given out opens nothing
 * until its owner has chosen another: whoever made it, or read it on the way, is kept out from then on.
 */
export function brokenPasswordRule(use: PasswordUse, now: Date): PasswordRule | null {
  const { signInName, typed, chosen, oneTimeUntil } = use;
  if (oneTimeUntil !== null && oneTimeUntil <= now) return 'one-time-password-over';
  if (chosen === undefined) return oneTimeUntil === null ? null : 'new-password-needed';
  if (chosen === typed) return 'password-not-new';
  return isTooEasy(chosen, signInName) ? 'password-too-easy' : null;
}

function isTooEasy(password: string, signInName: string): boolean {
  if (new Set(password).size < FEWEST_DIFFERENT_CHARACTERS) return true;
  return password.toLowerCase().replaceAll(signInName, '').length < SHORTEST_PASSWORD - 4;
}
