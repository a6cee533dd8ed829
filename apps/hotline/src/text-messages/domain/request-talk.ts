import type { SmsTemplate } from '@app/common/contracts/gateway.events.js';
import type { Talk } from '@app/common/text-messages/talk.js';

/** What the citizen is asked: 何时, 何地, 何事, then whether it shall be sent. */
export type RequestQuestion = 'when' | 'where' | 'what' | 'confirm' | 'change' | 'resume';

/** A request that is not sent yet. Elements are in the citizen's words; null was not given yet. */
export interface RequestDraft {
  /** Of the message that began it: what it is registered under, once. */
  readonly id: string;
  readonly what: string | null;
  readonly where: string | null;
  readonly when: string | null;
  /** The citizen does not know when: 未提供, not asked again. */
  readonly noTime: boolean;
  /** What was written while an unfinished request waited: part of it, or a new one. */
  readonly pending: { readonly id: string; readonly text: string } | null;
  /** The words taken last: the same again says nothing new. */
  readonly said: string;
  /** When it was added to last, ISO 8601. */
  readonly at: string;
}

/** The talk about a request between one phone and one of our numbers. */
export type RequestTalk = Talk<RequestQuestion, RequestDraft>;

/** What may be registered: 何事 and 何地 are there (domain.md §2, Seven elements). */
export interface FinishedRequest extends RequestDraft {
  readonly what: string;
  readonly where: string;
}

/** A text message to the citizen; none says what the request is about. */
export interface RequestReply {
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
}

/** @returns null where something is still to be asked */
export function finished(draft: RequestDraft): FinishedRequest | null {
  const { what, where } = draft;
  return what === null || where === null ? null : { ...draft, what, where };
}

const TEMPLATES = {
  when: 'ask_when',
  where: 'ask_where',
  what: 'ask_what',
  confirm: 'confirm_request',
  change: 'change_request',
  resume: 'resume_request',
} as const satisfies Record<RequestQuestion, SmsTemplate>;

/** The message that asks a question. */
export function askFor(question: RequestQuestion, draft: RequestDraft): RequestReply {
  const timed = question === 'confirm' && draft.when !== null;
  return { template: TEMPLATES[question], values: timed ? { timed: 'yes' } : {} };
}
