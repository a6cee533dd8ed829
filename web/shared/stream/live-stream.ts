import { SseParser, type StreamEvent } from './sse-parser.js';

/** `open` while events arrive; `lost` between two connections, when what is on the screen may be old. */
export type StreamState = 'open' | 'lost';

/** The services send a heartbeat every 15 s; after three missing ones the line is dead. */
const SILENCE_MS = 45_000;
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * The type of the event that says, once, that the line stands for the first time: it comes from here, not from the service.
 * What was read before it may lack what happened meanwhile, which nobody tells: the service repeats only what was missed
 * since an id of its own.
 */
export const OPENED = 'opened';

interface Follower {
  event: (event: StreamEvent) => void;
  state?: (state: StreamState) => void;
}

/**
 * One connection to a service's event stream for the whole page, however many parts of it listen. Lost, it connects
 * again with `Last-Event-ID` and gets what it missed; a service that is starting anew (503) is waited for, which the
 * browser's own EventSource does not do.
 */
export class LiveStream {
  private readonly followers = new Set<Follower>();
  private connection: AbortController | null = null;
  private lastId: string | null = null;
  private state: StreamState = 'lost';

  constructor(private readonly url: string) {}

  /** Listens until the returned function is called; the connection closes with its last listener. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    follower.state?.(this.state);
    if (!this.connection) {
      this.connection = new AbortController();
      void this.keepConnected(this.connection.signal);
    }
    return () => {
      this.followers.delete(follower);
      if (this.followers.size > 0) return;
      this.connection?.abort();
      this.connection = null;
    };
  }

  private async keepConnected(closed: AbortSignal): Promise<void> {
    let failures = 0;
    while (!closed.aborted) {
      try {
        await this.read(closed, () => (failures = 0));
      } catch {
        // whatever ended the connection, the answer is the same: connect again
      }
      if (closed.aborted) return;
      this.setState('lost');
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0, closed);
      failures += 1;
    }
  }

  private async read(closed: AbortSignal, opened: () => void): Promise<void> {
    const attempt = new AbortController();
    const end = () => attempt.abort();
    closed.addEventListener('abort', end, { once: true });
    let silence = setTimeout(end, SILENCE_MS);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.lastId !== null) headers['Last-Event-ID'] = this.lastId;
      const response = await fetch(this.url, { headers, credentials: 'same-origin', signal: attempt.signal });
      if (!response.ok || !response.body) return;
      opened();
      this.setState('open');
      // The answer begins once the service has the listener among those it tells.
      if (this.lastId === null) this.deliver({ id: null, type: OPENED, data: '' });
      const parser = new SseParser();
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(end, SILENCE_MS);
        for (const event of parser.push(decoder.decode(value, { stream: true }))) this.deliver(event);
        this.lastId = parser.lastId ?? this.lastId;
      }
    } finally {
      clearTimeout(silence);
      closed.removeEventListener('abort', end);
    }
  }

  private deliver(event: StreamEvent): void {
    for (const follower of this.followers) follower.event(event);
  }

  private setState(state: StreamState): void {
    if (state === this.state) return;
    this.state = state;
    for (const follower of this.followers) follower.state?.(state);
  }
}

const streams = new Map<string, LiveStream>();

/** The page's one stream of a service: `liveStream('/api/hotline/stream')`. */
export function liveStream(url: string): LiveStream {
  const stream = streams.get(url) ?? new LiveStream(url);
  streams.set(url, stream);
  return stream;
}

function pause(ms: number, closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    closed.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
