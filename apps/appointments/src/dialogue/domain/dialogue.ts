import type { Language } from '@app/common/contracts/request-kind.js';
import { isBookingCode, type AppointmentsCommand } from '@app/common/text-messages/grammar.js';
import type { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { listen, understood } from '@app/common/text-messages/talk.js';
import { hearDigit } from './answers.js';
import { holdOf, type DialogueState } from './dialogue-state.js';
import type { Told } from './effects.js';
import { listItems, need, put, say, type Move } from './moves.js';
import { follow } from './outcomes.js';
import { ask } from './questions.js';

/** What a message asks of appointments; some is passed on by the hotline, where nothing waits for it (docs/adr/0008). */
export type DialogueCommand = Unowned<AppointmentsCommand> | PassedOn;

type PassedOn = { readonly language: Language | null } & (
  | { readonly kind: 'rate'; readonly score: number }
  /** A bare number: an answer in a dialogue, and nothing outside of one. */
  | { readonly kind: 'digit'; readonly digit: number }
);
type Unowned<C> = C extends unknown ? Omit<C, 'owner'> : never;

export interface Heard {
  readonly command: DialogueCommand;
  /** When the gateway received it. */
  readonly at: Date;
}

/** The dialogue's next step. `release`: the code of a time that is kept for nobody any more. */
export type Step = Move & { readonly release: string | null };

/** Takes a message of the citizen. The same state and message always lead to the same step. */
export function hear(before: DialogueState, heard: Heard, rules: TalkLimits): Step {
  const { command, at } = heard;
  const { state, overtaken } = listen(before, { language: command.language, at }, rules);
  // Whatever it answered is no longer asked.
  if (overtaken && command.kind === 'digit') return { state: before, reply: null, release: null };
  return withRelease(before, command.kind === 'digit' ? hearDigit(state, command.digit, rules) : obey(state, command));
}

/** Takes what came of an effect: the next one, or the end. */
export function told(before: DialogueState, answer: Told): Step {
  const move = follow(before, answer);
  const booked = answer.kind === 'confirm' && answer.outcome.kind === 'done';
  return booked ? { ...move, release: null } : withRelease(before, move);
}

function withRelease(before: DialogueState, move: Move): Step {
  const hold = holdOf(before);
  return { ...move, release: hold !== null && holdOf(move.state) !== hold ? hold : null };
}

function obey(before: DialogueState, command: Exclude<DialogueCommand, { kind: 'digit' }>): Move {
  // Whether there is anything to rate is not known yet.
  if (command.kind === 'rate') return need(before, 'rate', { score: command.score });
  const state = understood(before);
  switch (command.kind) {
    case 'book':
      return book(state, command.keyword);
    case 'status':
      if (!isBookingCode(command.code)) return need(state, 'standing', { code: command.code });
      return need(state, 'find', { code: command.code, purpose: 'status' });
    case 'drop':
      // No question: who waits gives up nothing that was promised, and can ask again.
      if (command.code !== null && !isBookingCode(command.code)) return need(state, 'leave', { code: command.code });
      return need(state, 'find', { code: command.code, purpose: 'drop' });
    case 'move':
      return need(state, 'find', { code: command.code, purpose: 'move' });
    case 'human':
      return need({ ...state, question: null }, 'callback', {});
    case 'language': {
      const { language } = command;
      const reply = state.question
        ? ask(state.question, language)
        : ({ template: 'language_set', values: {} } as const);
      return say({ ...state, chosen: language }, reply);
    }
  }
}

/** Without a word it goes on where it was left; with one, or in the middle of a dialogue, it begins afresh. */
function book(state: DialogueState, keyword: string | null): Move {
  if (keyword !== null && isBookingCode(keyword)) return need(state, 'take', { code: keyword });
  if (keyword === null && state.question === null && state.draft !== null) return put(state, { kind: 'resume' });
  return listItems({ ...state, question: null, draft: null }, keyword);
}
