import { languageOf, understood } from '@app/common/text-messages/talk.js';
import type { DialogueState, Errand } from './dialogue-state.js';
import { SHOWN_AT_ONCE, type Effects, type Failed, type FoundBooking, type Told } from './effects.js';
import { chooseItem, chooseSite, end, help, listItems, lookForTimes, need, put, say, type Move } from './moves.js';
import { ask, tell, type Reply } from './questions.js';

/** Goes on with what came of an effect. */
export function follow(state: DialogueState, answer: Told): Move {
  switch (answer.kind) {
    case 'items': {
      const { keyword, offset } = answer.asked;
      const { shown, total } = answer.outcome;
      const [only] = shown;
      if (!only) return offset > 0 ? listItems(state, keyword) : end(state, { template: 'no_such_item', values: {} });
      if (total === 1) return chooseItem(state, only.id);
      return put(state, { kind: 'item', keyword, shown, next: nextOffset(offset, total) });
    }
    case 'sites': {
      const { itemCode, offset } = answer.asked;
      const { shown, total } = answer.outcome;
      const [only] = shown;
      if (!only) return offset > 0 ? chooseItem(state, itemCode) : end(state, { template: 'no_such_item', values: {} });
      if (total === 1) return chooseSite(state, itemCode, only);
      return put(state, { kind: 'site', itemCode, shown, next: nextOffset(offset, total) });
    }
    case 'times':
      return offerTimes(state, answer.asked, answer.outcome);
    case 'hold': {
      const { errand, startAt } = answer.asked;
      if (answer.outcome.kind !== 'held') return failed(state, answer.outcome, errand);
      return put(state, { kind: 'confirm', errand, startAt, hold: answer.outcome.code });
    }
    case 'confirm': {
      const { errand } = answer.asked;
      if (answer.outcome.kind !== 'done') return failed(state, answer.outcome, errand);
      return end(errand.kind === 'book' ? { ...state, draft: null } : state, null);
    }
    case 'take':
      if (answer.outcome.kind === 'found') return end(state, standing(answer.outcome.booking));
      return answer.outcome.kind === 'done'
        ? end({ ...state, draft: null }, null)
        : failed(state, answer.outcome, null);
    case 'drop': {
      if (answer.outcome.kind === 'done') return end(state, null);
      if (answer.outcome.kind === 'found') return end(state, standing(answer.outcome.booking));
      if (answer.outcome.kind === 'unknown') return failed(state, answer.outcome, null);
      return end(state, { template: 'booking_fixed', values: { code: answer.asked.code } });
    }
    case 'find':
      if (answer.outcome.kind === 'found') return found(state, answer.asked.purpose, answer.outcome.booking);
      return say(state, {
        template: answer.outcome.kind === 'several' ? 'code_needed' : 'booking_unknown',
        values: {},
      });
    case 'standing':
    case 'leave':
      return say(state, tell(answer.outcome));
    case 'rate':
      if (answer.outcome.kind === 'unknown') return help(state, 'not_understood');
      return say(understood(state), { template: 'booking_rated', values: { code: answer.outcome.code } });
    case 'callback':
      return end(state, { template: 'callback_arranged', values: { hours: String(answer.outcome.hours) } });
  }
}

function found(state: DialogueState, purpose: Effects['find']['asked']['purpose'], booking: FoundBooking): Move {
  const { code, startAt, place, mayMove, mayCancel } = booking;
  if (purpose === 'status') return say(state, standing(booking));
  if (purpose === 'move' && mayMove) return lookForTimes({ ...state, question: null }, { kind: 'move', code, place });
  if (purpose === 'drop' && mayCancel) return put(state, { kind: 'drop', code, startAt });
  return say(state, { template: 'booking_fixed', values: { code } });
}

function standing({ code, state, startAt }: FoundBooking): Reply {
  return { template: 'booking_status', values: { code, state, time: startAt } };
}

function offerTimes(
  state: DialogueState,
  { errand, after, again }: Effects['times']['asked'],
  { shown, more }: Effects['times']['outcome'],
): Move {
  const last = shown.at(-1);
  if (last === undefined) {
    if (after !== null) return need(state, 'times', { errand, after: null, again });
    if (errand.kind === 'move') return end(state, { template: 'no_other_time', values: { code: errand.code } });
    return end(withoutSite(state), { template: 'no_free_time', values: {} });
  }
  const next = more ? { after: last } : after === null ? null : { after: null };
  const question = { kind: 'time', errand, shown, next } as const;
  const reply = ask(question, languageOf(state));
  return say({ ...state, question }, again ? { ...reply, template: 'choose_time_again' } : reply);
}

/** Somebody was faster: other times. A rule is in the way: that is said, and the dialogue is over. */
function failed(state: DialogueState, { kind }: Failed, errand: Errand | null): Move {
  if (kind === 'taken' && errand) {
    return need({ ...state, question: null }, 'times', { errand, after: null, again: true });
  }
  if (kind === 'exists') return end(state, { template: 'booking_exists', values: {} });
  if (kind === 'unknown') return end(state, { template: 'booking_unknown', values: {} });
  if (kind === 'blocked') return end(state, { template: 'booking_blocked', values: {} });
  return errand?.kind === 'move'
    ? end(state, { template: 'booking_fixed', values: { code: errand.code } })
    : end(state, { template: 'booking_refused', values: {} });
}

function withoutSite(state: DialogueState): DialogueState {
  return { ...state, draft: state.draft && { ...state.draft, site: null } };
}

/** Past the last page the first comes again. */
function nextOffset(offset: number, total: number): number | null {
  const next = offset + SHOWN_AT_ONCE;
  return next < total ? next : offset > 0 ? 0 : null;
}
