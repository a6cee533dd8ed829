/** One server-sent event. */
export interface StreamEvent {
  id: string | null;
  type: string;
  data: string;
}

/**
 * Reads server-sent events out of text that arrives in pieces (HTML standard, "event stream interpretation").
 * A comment line (the heartbeat) gives no event.
 */
export class SseParser {
  private rest = '';
  private id: string | null = null;
  private type = '';
  private data: string[] = [];

  /** The last id seen, also one without an event: what to come back with. */
  get lastId(): string | null {
    return this.id;
  }

  /** @returns the events completed by this piece, in order */
  push(piece: string): StreamEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): StreamEvent[] {
    if (line === '') return this.dispatch();
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.type = value;
    if (field === 'id') this.id = value;
    return [];
  }

  private dispatch(): StreamEvent[] {
    const event = { id: this.id, type: this.type || 'message', data: this.data.join('\n') };
    const empty = this.data.length === 0;
    this.type = '';
    this.data = [];
    return empty ? [] : [event];
  }
}
