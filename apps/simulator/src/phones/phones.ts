import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import { carrierWord, phoneOf, type Message, type Status } from './domain/message.js';
import { MessageJournal } from './message-journal.js';

/** Something to show anew on the page. */
export type Change =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'phone'; readonly number: string; readonly optedOut: boolean };

/** The phones and their messages, in memory and in the journal. */
@Injectable()
export class Phones {
  readonly changes = new Subject<Change>();
  private readonly messages = new Map<string, Message>();
  private readonly numbers = new Set<string>();
  private readonly optedOut = new Set<string>();

  constructor(private readonly journal: MessageJournal) {
    for (const line of journal.read()) {
      if (line.kind === 'message') this.remember(line.message);
      else if (line.kind === 'phone') this.numbers.add(line.number);
      else this.setOptOut(line.number, line.out);
    }
  }

  /** Adds a phone that has no messages yet. */
  add(number: string): void {
    if (this.numbers.has(number)) return;
    this.numbers.add(number);
    this.journal.append({ kind: 'phone', number });
    this.changes.next({ kind: 'phone', number, optedOut: false });
  }

  /** Keeps a message, new or changed, and tells the page. A carrier word from a phone bars or opens the way to it. */
  put(message: Message): void {
    const isNew = !this.messages.has(message.sid);
    this.remember(message);
    this.journal.append({ kind: 'message', message });
    this.changes.next({ kind: 'message', message });
    if (isNew && message.direction === 'inbound') this.obey(message);
  }

  /** A message with another status, now. */
  move(message: Message, status: Status, now: Date): Message {
    const at = now.toISOString();
    const moved = { ...message, status, updatedAt: at, sentAt: message.sentAt ?? at };
    this.put(moved);
    return moved;
  }

  message(sid: string): Message | undefined {
    return this.messages.get(sid);
  }

  /** All messages, the oldest first. */
  all(): Message[] {
    return [...this.messages.values()];
  }

  list(): { number: string; optedOut: boolean }[] {
    return [...this.numbers].map((number) => ({ number, optedOut: this.optedOut.has(number) }));
  }

  hasOptedOut(number: string): boolean {
    return this.optedOut.has(number);
  }

  private obey(message: Message): void {
    const word = carrierWord(message.body);
    if (word === null) return;
    const number = phoneOf(message);
    const out = word === 'stop';
    this.setOptOut(number, out);
    this.journal.append({ kind: 'opt-out', number, out });
    this.changes.next({ kind: 'phone', number, optedOut: out });
  }

  private remember(message: Message): void {
    this.messages.set(message.sid, message);
    this.numbers.add(phoneOf(message));
  }

  private setOptOut(number: string, out: boolean): void {
    if (out) this.optedOut.add(number);
    else this.optedOut.delete(number);
  }
}
