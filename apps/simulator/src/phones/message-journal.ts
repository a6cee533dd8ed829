import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message } from './domain/message.js';

/** A line of the file: a message as it is now, a phone that was added, or a phone's opt-out. */
export type JournalLine =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'opt-out'; readonly number: string; readonly out: boolean };

/** An append-only file, so that a restart keeps the phones. The last line of a message is its present state. */
export class MessageJournal {
  constructor(private readonly file: string | null) {
    if (file) mkdirSync(dirname(file), { recursive: true });
  }

  append(line: JournalLine): void {
    if (this.file) appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }

  /** What was written so far; a line torn by a kill is left out, and what comes next begins a line of its own. */
  read(): JournalLine[] {
    if (!this.file || !existsSync(this.file)) return [];
    const written = readFileSync(this.file, 'utf8');
    if (written !== '' && !written.endsWith('\n')) appendFileSync(this.file, '\n');
    return written.split('\n').flatMap((line) => {
      try {
        const read: JournalLine = JSON.parse(line);
        return [read];
      } catch {
        return [];
      }
    });
  }
}
