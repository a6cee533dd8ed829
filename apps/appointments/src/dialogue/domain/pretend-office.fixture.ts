import { readText } from '@app/common/text-messages/grammar.js';
import type { TalkLimits } from '@app/common/text-messages/talk-limits.js';
import { SILENCE, languageOf } from '@app/common/text-messages/talk.js';
import { hear, told, type DialogueCommand, type Step } from './dialogue.js';
import type { Choice, DialogueState } from './dialogue-state.js';
import { SHOWN_AT_ONCE, type Effect, type Effects, type FoundBooking, type Standing, type Told } from './effects.js';
import type { Reply } from './questions.js';

export const RULES: TalkLimits = { idleMinutes: 30, draftHours: 24, misunderstandings: 2 };
const MINUTE_MS = 60_000;
const HOLD_MINUTES = 5;

interface PretendBooking {
  readonly code: string;
  readonly phone: string | null;
  startAt: string;
  state: 'held' | 'confirmed' | 'cancelled' | 'released';
  readonly heldUntil: number;
}

const AT_AN_END = { booking: null, offer: null };

/** What a message led to. */
export interface Outcome {
  /** What the dialogue answers; `booked`, `moved` or `cancelled` where the booking's own message does. */
  readonly answers: readonly (Reply | 'booked' | 'moved' | 'cancelled')[];
  readonly effects: readonly Effect['kind'][];
  readonly language: 'zh-CN' | 'en';
}

const choice = (id: string, zh: string, en: string): Choice => ({ id, zh, en });

/** An office in memory whose times have one place each, as simple as can be; and what each phone was answered. */
export class PretendOffice {
  readonly states = new Map<string, DialogueState>();
  readonly bookings: PretendBooking[] = [];
  /** Of the phone that asks. */
  readonly standings = new Map<string, Standing>();
  callbacks = 0;
  rateable: string | null = null;
  private seen = new Set<string>();

  constructor(
    readonly items: readonly Choice[] = [
      choice('id-card', '居民身份证换领', 'Identity card renewal'),
      choice('passport', '护照', 'Passport'),
      choice('pension', '养老保险关系转移接续', 'Transfer of pension insurance'),
      choice('residence', '居住证', 'Residence permit'),
    ],
    readonly sites: readonly Choice[] = [
      choice('south', '城南便民服务中心', 'South service centre'),
      choice('north', '城北便民服务中心', 'North service centre'),
    ],
    /** Free at the beginning, in order. */
    readonly times: readonly string[] = Array.from({ length: 7 }, (_, i) => `2026-12-0${i + 1}T01:00:00.000Z`),
  ) {}

  /** A message as the service takes it: whatever comes twice under the same id does nothing. */
  text(phone: string, words: string, at: Date, id?: string): Outcome | null {
    const command = readText(words);
    // No question of the hotline stands: it passes bare numbers on.
    if (command.owner !== 'appointments' && command.kind !== 'digit') return null;
    return this.take(phone, command, at, id);
  }

  take(phone: string, command: DialogueCommand, at: Date, id?: string): Outcome | null {
    if (id !== undefined && this.seen.has(id)) return null;
    if (id !== undefined) this.seen.add(id);
    const answers: (Reply | 'booked' | 'moved' | 'cancelled')[] = [];
    const effects: Effect['kind'][] = [];
    let step: Step = hear(this.states.get(phone) ?? SILENCE, { command, at }, RULES);
    for (;;) {
      if (step.release !== null) this.end(step.release, 'released');
      if (!('effect' in step)) break;
      effects.push(step.effect.kind);
      if (effects.length > 10) throw new Error(`the dialogue goes round in circles: ${effects.join(', ')}`);
      const answer = this.perform(phone, step.effect, at);
      if (answer.outcome && 'kind' in answer.outcome && answer.outcome.kind === 'done') {
        if (answer.kind === 'confirm') answers.push(answer.asked.errand.kind === 'move' ? 'moved' : 'booked');
        if (answer.kind === 'take') answers.push('booked');
        if (answer.kind === 'drop') answers.push('cancelled');
      }
      step = told(step.state, answer);
    }
    if (step.reply) answers.push(step.reply);
    this.states.set(phone, step.state);
    return { answers, effects, language: languageOf(step.state) };
  }

  confirmed(phone: string): PretendBooking[] {
    return this.bookings.filter((each) => each.phone === phone && each.state === 'confirmed');
  }

  /** Somebody else books it. */
  sell(startAt: string): void {
    this.bookings.push({ code: this.code(), phone: 'somebody', startAt, state: 'confirmed', heldUntil: 0 });
  }

  private code(): string {
    return `Y${String(this.bookings.length).padStart(9, '3')}`;
  }

  private isFree(startAt: string, now: Date): boolean {
    return this.bookings.every(
      (each) =>
        each.startAt !== startAt ||
        (each.state !== 'confirmed' && (each.state !== 'held' || each.heldUntil <= now.getTime())),
    );
  }

  private perform(phone: string, effect: Effect, now: Date): Told {
    switch (effect.kind) {
      case 'items': {
        const { keyword } = effect;
        const found = this.items.filter(
          ({ zh, en }) => !keyword || zh.includes(keyword) || en.toUpperCase().includes(keyword),
        );
        return { kind: 'items', asked: effect, outcome: page(found, effect.offset) };
      }
      case 'sites':
        return { kind: 'sites', asked: effect, outcome: page(this.sites, effect.offset) };
      case 'times': {
        const free = this.times.filter((each) => each > (effect.after ?? '') && this.isFree(each, now));
        const shown = free.slice(0, SHOWN_AT_ONCE);
        return { kind: 'times', asked: effect, outcome: { shown, more: free.length > shown.length } };
      }
      case 'hold': {
        if (!this.isFree(effect.startAt, now)) return { kind: 'hold', asked: effect, outcome: { kind: 'taken' } };
        const code = this.code();
        const heldUntil = now.getTime() + HOLD_MINUTES * MINUTE_MS;
        this.bookings.push({ code, phone, startAt: effect.startAt, state: 'held', heldUntil });
        return { kind: 'hold', asked: effect, outcome: { kind: 'held', code } };
      }
      case 'confirm':
        return { kind: 'confirm', asked: effect, outcome: this.confirm(phone, effect, now) };
      case 'take':
        return { kind: 'take', asked: effect, outcome: { kind: 'unknown' } };
      case 'find': {
        const booking = this.own(phone, effect.code);
        return {
          kind: 'find',
          asked: effect,
          outcome: booking ? { kind: 'found', booking: asFound(booking) } : { kind: 'unknown' },
        };
      }
      case 'standing':
        return { kind: 'standing', asked: effect, outcome: this.standings.get(effect.code) ?? { kind: 'unknown' } };
      case 'leave': {
        const standing = this.standings.get(effect.code);
        const left =
          standing && ({ ...standing, state: 'withdrawn', ...(standing.kind === 'waitlist' && AT_AN_END) } as const);
        if (left) this.standings.set(effect.code, left);
        return { kind: 'leave', asked: effect, outcome: left ?? { kind: 'unknown' } };
      }
      case 'drop':
        this.end(effect.code, 'cancelled');
        return { kind: 'drop', asked: effect, outcome: { kind: 'done' } };
      case 'rate': {
        const code = this.rateable;
        this.rateable = null;
        return { kind: 'rate', asked: effect, outcome: code === null ? { kind: 'unknown' } : { kind: 'rated', code } };
      }
      case 'callback':
        this.callbacks += 1;
        return { kind: 'callback', asked: effect, outcome: { kind: 'done', hours: 24 } };
    }
  }

  private confirm(
    phone: string,
    { errand, startAt, hold }: Effects['confirm']['asked'],
    now: Date,
  ): Effects['confirm']['outcome'] {
    const held = this.bookings.find((each) => each.code === hold && each.state === 'held');
    if (held && held.heldUntil > now.getTime()) {
      held.state = 'confirmed';
      return { kind: 'done' };
    }
    if (!this.isFree(startAt, now)) return { kind: 'taken' };
    if (errand.kind === 'move') {
      const moved = this.own(phone, errand.code);
      if (moved?.state !== 'confirmed') return { kind: 'refused' };
      moved.startAt = startAt;
      return { kind: 'done' };
    }
    this.bookings.push({ code: this.code(), phone, startAt, state: 'confirmed', heldUntil: 0 });
    return { kind: 'done' };
  }

  private own(phone: string, code: string | null): PretendBooking | undefined {
    return this.bookings.find((each) =>
      code === null ? each.phone === phone && each.state === 'confirmed' : each.phone === phone && each.code === code,
    );
  }

  private end(code: string, state: 'cancelled' | 'released'): void {
    const booking = this.bookings.find((each) => each.code === code);
    if (booking) booking.state = state;
  }
}

function page(found: readonly Choice[], offset: number): { shown: readonly Choice[]; total: number } {
  return { shown: found.slice(offset, offset + SHOWN_AT_ONCE), total: found.length };
}

function asFound({ code, state, startAt }: PretendBooking): FoundBooking {
  const open = state === 'confirmed';
  return { code, state, startAt, place: { zh: '城南', en: 'South' }, mayMove: open, mayCancel: open };
}
