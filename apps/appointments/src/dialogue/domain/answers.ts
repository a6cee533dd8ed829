import type { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { languageOf, missed, understood } from '@app/common/text-messages/talk.js';
import type { DialogueState, Question } from './dialogue-state.js';
import { chooseItem, chooseSite, end, help, listItems, lookForTimes, need, put, say, type Move } from './moves.js';
import { ask } from './questions.js';

/** A bare number: an answer to the question, or none, or no question at all. */
export function hearDigit(state: DialogueState, digit: number, rules: TalkLimits): Move {
  const { question } = state;
  if (question === null) return help(state, state.draft === null ? 'not_understood' : 'dialogue_idle');
  const answered = answerTo(understood(state), question, digit);
  if (answered) return answered;
  const { state: asked, giveUp } = missed(state, rules);
  return giveUp ? need(asked, 'callback', {}) : say(asked, ask(question, languageOf(state)));
}

/** @returns null where the digit is none of the question's answers */
function answerTo(state: DialogueState, question: Question, digit: number): Move | null {
  switch (question.kind) {
    case 'item': {
      if (digit === 0) return question.next === null ? null : listItems(state, question.keyword, question.next);
      const item = question.shown[digit - 1];
      return item ? chooseItem(state, item.id) : null;
    }
    case 'site': {
      const { itemCode, next } = question;
      if (digit === 0) return next === null ? null : need(state, 'sites', { itemCode, offset: next });
      const site = question.shown[digit - 1];
      return site ? chooseSite(state, itemCode, site) : null;
    }
    case 'time': {
      const { errand, next, shown } = question;
      if (digit === 0) return next && need(state, 'times', { errand, after: next.after, again: false });
      const startAt = shown[digit - 1];
      if (startAt === undefined) return null;
      return errand.kind === 'book'
        ? need(state, 'hold', { errand, startAt })
        : put(state, { kind: 'confirm', errand, startAt, hold: null });
    }
    case 'confirm': {
      const { errand, startAt, hold } = question;
      if (digit === 1) return need(state, 'confirm', { errand, startAt, hold });
      return digit === 2 ? lookForTimes({ ...state, question: null }, errand) : null;
    }
    case 'drop': {
      const { code } = question;
      if (digit === 1) return need(state, 'drop', { code });
      return digit === 2 ? end(state, { template: 'booking_kept', values: { code } }) : null;
    }
    case 'resume': {
      if (digit === 2 || (digit === 1 && state.draft === null)) return listItems({ ...state, draft: null }, null);
      if (digit !== 1 || state.draft === null) return null;
      const { itemCode, site } = state.draft;
      return site ? chooseSite(state, itemCode, site) : chooseItem(state, itemCode);
    }
  }
}
