import type { Language } from '@app/common/contracts/request-kind.js';
import type { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { listen, missed, understood } from '@app/common/text-messages/talk.js';
import { elementsIn, isRequest, saysSomething, saysUnknown, saysYes } from './elements-in-text.js';
import {
  askFor,
  finished,
  type FinishedRequest,
  type RequestDraft,
  type RequestQuestion,
  type RequestReply,
  type RequestTalk,
} from './request-talk.js';

/** What the dialogue hears of a message. */
export type Said =
  /** Free text. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'digit'; readonly digit: number }
  /** A command of the hotline's that was obeyed. */
  | { readonly kind: 'obeyed' }
  /** A command that came to nothing. */
  | { readonly kind: 'nonsense' }
  /** A command with which a dialogue of appointments begins: its questions are answered from now on. */
  | { readonly kind: 'elsewhere' };

export interface Heard {
  /** The provider's id of the message. */
  readonly id: string;
  readonly said: Said;
  readonly language: Language | null;
  /** When the gateway received it. */
  readonly at: Date;
}

/** What happens: at most one of them, and at most one answer. */
export type RequestStep = { readonly state: RequestTalk } & (
  | { readonly reply: RequestReply | null }
  /** The request is registered; its receipt is the answer. */
  | { readonly register: FinishedRequest }
  /** No question of the hotline's stands: appointments takes the number, or has a person call (docs/adr/0008). */
  | { readonly passOn: 'digit' | 'human' }
);

/** 何事 as the form takes it, in characters. */
const LONGEST_WHAT = 4000;

/** Takes a message of the citizen. The same state and message always lead to the same step. */
export function hearRequest(before: RequestTalk, { id, said, language, at }: Heard, limits: TalkLimits): RequestStep {
  const { state, overtaken } = listen(before, { language, at }, limits);
  switch (said.kind) {
    case 'words':
      return hearWords(state, said.text.trim(), id, limits);
    case 'digit':
      // Whatever it answered is no longer asked.
      if (overtaken && before.question !== null) return rest(before, null);
      if (state.question !== null) return hearDigit(state, state.question, said.digit, limits);
      // It was the last to ask, and the answer came too late.
      if (before.question !== null && state.draft !== null)
        return rest(state, { template: 'request_idle', values: {} });
      return { state, passOn: 'digit' };
    case 'obeyed':
      return rest({ ...state, helped: false }, null);
    case 'nonsense':
      return help(state);
    case 'elsewhere':
      return rest({ ...understood(state), question: null }, null);
  }
}

function hearWords(state: RequestTalk, text: string, id: string, limits: TalkLimits): RequestStep {
  const { question, draft } = state;
  const at = state.lastAt ?? '';
  if (question === null || draft === null) {
    if (!isRequest(text)) return help(state);
    if (draft === null) return goOn(state, begun(id, text, at));
    // A machine that answers by itself says the same for ever; a citizen who says it again wants to go on.
    if (draft.said === text) return state.helped ? rest(state, null) : goOn(state, { ...draft, at });
    return ask(state, 'resume', { ...draft, pending: { id, text }, said: text, at });
  }
  if (draft.said === text) return miss(state, question, draft, limits);
  if (question === 'resume') return miss(state, question, waitingFor(draft, text), limits);
  if (question === 'confirm' && saysYes(text)) return hearDigit(state, question, 1, limits);
  const answered = withAnswer(draft, question, text);
  if (answered === null) return miss(state, question, draft, limits);
  return goOn(state, { ...answered, said: text, at });
}

/** @returns null where the words are no answer to the question */
function withAnswer(draft: RequestDraft, question: RequestQuestion, text: string): RequestDraft | null {
  const unknown = saysUnknown(text);
  switch (question) {
    case 'when':
      return unknown ? { ...draft, when: null, noTime: true } : { ...draft, when: text, noTime: false };
    case 'where':
      return unknown || !saysSomething(text) ? null : { ...draft, where: text };
    case 'what':
      return unknown || !saysSomething(text) ? null : { ...draft, what: text };
    case 'confirm':
      return isRequest(text) ? added(draft, text) : null;
    case 'change':
    case 'resume':
      return null;
  }
}

function hearDigit(state: RequestTalk, question: RequestQuestion, digit: number, limits: TalkLimits): RequestStep {
  const { draft } = state;
  if (draft === null) return { state: { ...state, question: null }, passOn: 'digit' };
  return digitTo(state, question, draft, digit) ?? miss(state, question, draft, limits);
}

/** @returns null where the digit is none of the question's answers */
function digitTo(
  state: RequestTalk,
  question: RequestQuestion,
  draft: RequestDraft,
  digit: number,
): RequestStep | null {
  const at = state.lastAt ?? '';
  switch (question) {
    case 'when':
      return digit === 0 ? goOn(state, { ...draft, when: null, noTime: true, at }) : null;
    case 'where':
    case 'what':
      return null;
    case 'confirm': {
      const request = finished(draft);
      if (digit === 1 && request) return { state: ended(state), register: request };
      if (digit === 2) return ask(state, 'change', draft);
      return digit === 0 ? rest(ended(state), { template: 'request_dropped', values: {} }) : null;
    }
    case 'change': {
      const changed = ([null, 'what', 'where', 'when'] as const)[digit];
      if (digit === 0) return goOn(state, draft);
      return changed ? ask(state, changed, { ...draft, at }) : null;
    }
    case 'resume': {
      const { pending } = draft;
      if (pending === null) return null;
      if (digit === 1) return goOn(state, { ...added(draft, pending.text), pending: null, at });
      return digit === 2 ? goOn(state, begun(pending.id, pending.text, at)) : null;
    }
  }
}

/** Asks for what is missing, the place before the time; once nothing is, whether it shall be sent. */
function goOn(state: RequestTalk, draft: RequestDraft): RequestStep {
  if (draft.what === null) return ask(state, 'what', draft);
  if (draft.where === null) return ask(state, 'where', draft);
  return ask(state, draft.when === null && !draft.noTime ? 'when' : 'confirm', draft);
}

function ask(state: RequestTalk, question: RequestQuestion, draft: RequestDraft): RequestStep {
  return rest({ ...understood(state), question, draft }, askFor(question, draft));
}

/** Asks once more; then a person calls, and the draft can still be gone on with. */
function miss(state: RequestTalk, question: RequestQuestion, draft: RequestDraft, limits: TalkLimits): RequestStep {
  const { state: after, giveUp } = missed({ ...state, draft }, limits);
  if (giveUp) return { state: { ...after, helped: true }, passOn: 'human' };
  return rest(after, askFor(question, draft));
}

/** Once, and not again until something was understood: two machines must not talk for ever. */
function help(state: RequestTalk): RequestStep {
  return rest({ ...state, helped: true }, state.helped ? null : { template: 'not_understood', values: {} });
}

function rest(state: RequestTalk, reply: RequestReply | null): RequestStep {
  return { state, reply };
}

function ended(state: RequestTalk): RequestTalk {
  return { ...understood(state), question: null, draft: null };
}

function begun(id: string, text: string, at: string): RequestDraft {
  return { id, ...elementsIn(text), noTime: false, pending: null, said: text, at };
}

/** What was written while it was asked where earlier words belong. */
function waitingFor(draft: RequestDraft, text: string): RequestDraft {
  const { pending } = draft;
  return { ...draft, pending: pending && { ...pending, text: joined(pending.text, text) }, said: text };
}

function joined(...texts: readonly string[]): string {
  return texts.join('\n').slice(0, LONGEST_WHAT);
}

/** The draft with more words, which may also say when and where. */
function added(draft: RequestDraft, text: string): RequestDraft {
  const more = elementsIn(text);
  return {
    ...draft,
    what: draft.what === null ? text : joined(draft.what, text),
    where: draft.where ?? more.where,
    when: draft.when ?? more.when,
  };
}
