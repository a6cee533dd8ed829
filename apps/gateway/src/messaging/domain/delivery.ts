/**
 * Life of an outgoing text message. `queued`: journaled, to be sent; `sending`: with the provider right now;
 * `uncertain`: the provider may or may not have it, to be looked up; `handed_over`: the provider has it;
 * `suppressed`: the citizen has opted out, nothing is sent.
 */
export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'uncertain',
  'handed_over',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'suppressed',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** What a provider can report of a message it has. */
export type ReportedStatus = Extract<MessageStatus, 'handed_over' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;

const REPORTS = ['handed_over', 'sent', 'delivered', 'undelivered', 'failed'] as const;

/**
 * A report may come before our own record of the hand-over, and reports overtake each other: they are believed from
 * every state before theirs and from none after it.
 */
export const TRANSITIONS = {
  queued: ['sending', 'suppressed', ...REPORTS],
  sending: ['queued', 'uncertain', ...REPORTS],
  uncertain: ['queued', ...REPORTS],
  handed_over: ['sent', 'delivered', 'undelivered', 'failed'],
  sent: ['delivered', 'undelivered', 'failed'],
  delivered: [],
  undelivered: [],
  failed: [],
  suppressed: [],
} as const satisfies Record<MessageStatus, readonly MessageStatus[]>;

/** Whether a message may go from one status to another. */
export function mayMove(from: MessageStatus, to: MessageStatus): boolean {
  return (TRANSITIONS[from] as readonly MessageStatus[]).includes(to);
}

/** From which statuses a message may come to this one. */
export function mayComeFrom(to: MessageStatus): readonly MessageStatus[] {
  return MESSAGE_STATUSES.filter((from) => mayMove(from, to));
}

/** Tries before a message that is refused for the moment is given up: about an hour and a half. */
export const LONGEST_TRIES = 14;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 600;

/**
 * Seconds to wait after the n-th try (from 1) that the provider refused for the moment; null when it is given up.
 */
export function waitAfterTry(tries: number): number | null {
  if (tries >= LONGEST_TRIES) return null;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
}

/**
 * Seconds until a message in doubt is looked up for the n-th time (from 1), null when it has been looked up often
 * enough without being found: then the provider does not have it. Two looks, so that one that the provider was
 * still working on is not taken for lost.
 */
export function waitBeforeLookUp(lookUp: number): number | null {
  return [5, 30][lookUp - 1] ?? null;
}
