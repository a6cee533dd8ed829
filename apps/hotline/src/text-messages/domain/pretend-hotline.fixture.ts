import { readText } from '@app/common/text-messages/grammar.js';
import { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { SILENCE, languageOf } from '@app/common/text-messages/talk.js';
import { hearRequest, type Said } from './request-dialogue.js';
import type { FinishedRequest, RequestReply, RequestTalk } from './request-talk.js';

export const LIMITS = new TalkLimits();

/** What a message led to here. */
export interface Outcome {
  readonly answers: readonly (RequestReply | 'registered')[];
  readonly passedOn: readonly ('digit' | 'human')[];
  readonly language: 'zh-CN' | 'en';
}

/** A hotline in memory, as simple as can be: no ticket is known by any code, none waits for a rating. */
export class PretendHotline {
  readonly talks = new Map<string, RequestTalk>();
  readonly registered: (FinishedRequest & { readonly phone: string })[] = [];
  private readonly seen = new Set<string>();

  /** A message as the service takes it: whatever comes twice under the same id does nothing. Null where it is not heard. */
  text(phone: string, words: string, at: Date, id: string): Outcome | null {
    const said = saidIn(words);
    if (said === null || this.seen.has(id)) return null;
    this.seen.add(id);
    const { language } = readText(words) as { language?: 'zh-CN' | 'en' | null };
    const step = hearRequest(this.talks.get(phone) ?? SILENCE, { id, said, language: language ?? null, at }, LIMITS);
    this.talks.set(phone, step.state);
    const answers: (RequestReply | 'registered')[] = [];
    if ('register' in step) {
      // A draft is registered once, whatever becomes of the message.
      if (!this.registered.some((each) => each.id === step.register.id)) answers.push('registered');
      this.registered.push({ ...step.register, phone });
    } else if ('reply' in step && step.reply) answers.push(step.reply);
    return { answers, passedOn: 'passOn' in step ? [step.passOn] : [], language: languageOf(step.state) };
  }
}

function saidIn(words: string): Said | null {
  const command = readText(words);
  if (command.owner === 'nobody') return null;
  switch (command.kind) {
    case 'free':
      return { kind: 'words', text: command.text };
    case 'digit':
      return { kind: 'digit', digit: command.digit };
    case 'help':
      return { kind: 'obeyed' };
    case 'appeal':
      return { kind: 'nonsense' };
    case 'status':
      return command.owner === 'hotline' ? { kind: 'nonsense' } : null;
    case 'rate':
    case 'language':
      return null;
    default:
      return { kind: 'elsewhere' };
  }
}
