import type { Language } from '../contracts/request-kind.js';
import type { TalkLimits } from './talk-limits.js';

/**
 * All that is remembered of the talk between one phone and one of our numbers (interfaces.md §3). `Q` is what a service
 * can ask, `D` what is left unfinished and may be gone on with.
 */
export interface Talk<Q, D extends Unfinished> {
  /** Asked for with 中文 or EN. */
  readonly chosen: Language | null;
  /** Of the last words in a language. */
  readonly spoken: Language;
  /** The question the citizen was asked last; null outside of a dialogue. */
  readonly question: Q | null;
  /** How often in a row the question was not answered with one of its answers. */
  readonly misses: number;
  readonly draft: D | null;
  /** When the newest message so far was received, ISO 8601. */
  readonly lastAt: string | null;
  /** The line of help was sent and nothing was understood since: it is not sent again before the talk has been idle. */
  readonly helped: boolean;
}

export interface Unfinished {
  /** When it was added to last, ISO 8601. */
  readonly at: string;
}

/** Nothing was ever said. */
export const SILENCE = {
  chosen: null,
  spoken: 'zh-CN',
  question: null,
  misses: 0,
  draft: null,
  lastAt: null,
  helped: false,
} as const satisfies Talk<never, never>;

/** The language to answer in. */
export function languageOf({ chosen, spoken }: Pick<Talk<never, never>, 'chosen' | 'spoken'>): Language {
  return chosen ?? spoken;
}

/** What was heard changes nothing any more where this is `overtaken`: a later message has answered the question. */
export interface Listening<T> {
  readonly state: T;
  readonly overtaken: boolean;
}

const MINUTE_MS = 60_000;

/**
 * The talk as it stands when a message arrives: a dialogue ends by itself when nothing is said for a while, what it was
 * about is remembered longer.
 * @param language of the message, null where nothing tells
 * @param at when the gateway received it
 */
export function listen<T extends Talk<unknown, Unfinished>>(
  before: T,
  { language, at }: { readonly language: Language | null; readonly at: Date },
  { idleMinutes, draftHours }: TalkLimits,
): Listening<T> {
  const last = before.lastAt === null ? at : new Date(before.lastAt);
  const behindMs = last.getTime() - at.getTime();
  // Further behind, and no message was overtaken: the office's clock was set back.
  const overtaken = behindMs > 0 && behindMs <= idleMinutes * MINUTE_MS;
  const now = overtaken ? last : at;
  const idle = now.getTime() - last.getTime() > idleMinutes * MINUTE_MS;
  const { draft } = before;
  const forgotten = draft !== null && now.getTime() - Date.parse(draft.at) > draftHours * 60 * MINUTE_MS;
  const state = {
    ...before,
    ...(idle ? { question: null, misses: 0, helped: false } : {}),
    ...(forgotten ? { draft: null } : {}),
    spoken: language ?? before.spoken,
    lastAt: now.toISOString(),
  };
  return { state, overtaken };
}

/** The last message made sense. */
export function understood<T extends Talk<unknown, Unfinished>>(state: T): T {
  return { ...state, misses: 0, helped: false };
}

/**
 * The last message was no answer to the question.
 * @returns `giveUp` where it was one too many: the question is taken back, and a person calls
 */
export function missed<T extends Talk<unknown, Unfinished>>(
  state: T,
  { misunderstandings }: TalkLimits,
): { readonly state: T; readonly giveUp: boolean } {
  const misses = state.misses + 1;
  if (misses < misunderstandings) return { state: { ...state, misses }, giveUp: false };
  return { state: { ...state, question: null, misses: 0 }, giveUp: true };
}
