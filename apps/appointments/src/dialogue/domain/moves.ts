import { languageOf } from '@app/common/text-messages/talk.js';
import type { DialogueState, Choice, Errand, Question } from './dialogue-state.js';
import type { Effect, EffectKind, Effects } from './effects.js';
import { ask, type Reply } from './questions.js';

/** Where a dialogue goes: something has to be done first, or it rests with at most one reply. */
export type Move =
  | { readonly state: DialogueState; readonly effect: Effect }
  | { readonly state: DialogueState; readonly reply: Reply | null };

export function need<K extends EffectKind>(state: DialogueState, kind: K, asked: Effects[K]['asked']): Move {
  return { state, effect: { kind, ...asked } as Effect };
}

export function put(state: DialogueState, question: Question): Move {
  return say({ ...state, question }, ask(question, languageOf(state)));
}

export function say(state: DialogueState, reply: Reply | null): Move {
  return { state, reply };
}

export function end(state: DialogueState, reply: Reply | null): Move {
  return { state: { ...state, question: null }, reply };
}

/** Once, and not again until something was understood or the talk was idle: two machines must not talk for ever. */
export function help(state: DialogueState, template: 'not_understood' | 'dialogue_idle'): Move {
  return say({ ...state, helped: true }, state.helped ? null : { template, values: {} });
}

export function listItems(state: DialogueState, keyword: string | null, offset = 0): Move {
  return need(state, 'items', { keyword, offset });
}

export function chooseItem(state: DialogueState, itemCode: string): Move {
  return need(drafted(state, itemCode, null), 'sites', { itemCode, offset: 0 });
}

export function chooseSite(state: DialogueState, itemCode: string, site: Choice): Move {
  const errand = { kind: 'book', itemCode, siteId: site.id, place: { zh: site.zh, en: site.en } } as const;
  return lookForTimes(drafted(state, itemCode, site), errand);
}

export function lookForTimes(state: DialogueState, errand: Errand): Move {
  return need(state, 'times', { errand, after: null, again: false });
}

function drafted(state: DialogueState, itemCode: string, site: Choice | null): DialogueState {
  return { ...state, draft: { itemCode, site, at: state.lastAt ?? '' } };
}
