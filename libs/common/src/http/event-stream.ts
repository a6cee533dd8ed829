import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { actorOf, type ActingRequest } from '../auth/access.decorators.js';
import { hasRole, type Actor, type Role } from '../auth/actor.js';
import { newId } from '../persistence/id.js';

/** Who gets an event: staff with one of these roles or of one of these units. Without either list nobody. */
export interface Audience {
  readonly roles?: readonly Role[];
  readonly unitIds?: readonly string[];
}

/** Something that listeners are told of: enough to know what to read again, never its content. */
export interface StreamEvent {
  /** Unlike all others; made when absent. */
  readonly id?: string;
  /** `ticket`, `case`, … */
  readonly type: string;
  readonly data: object;
  /** Absent: everybody signed in. */
  readonly audience?: Audience;
}

export type IdentifiedEvent = StreamEvent & { readonly id: string };

interface Kept {
  readonly id: string;
  readonly frame: string;
  readonly audience: Audience | undefined;
  readonly at: number;
}

interface Listener {
  readonly reply: FastifyReply;
  readonly actor: Actor;
  readonly endsAt: Date | undefined;
}

export const HEARTBEAT_MS = 15_000;
export const REPLAY_MS = 5 * 60_000;
const MOST_KEPT = 10_000;
/** Copying all that is kept for each one to forget would cost more than telling it. */
const FORGOTTEN_AT_ONCE = 1_000;
/** A listener that reads so slowly is let go; it comes back with its Last-Event-ID. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/**
 * Server-sent events of one service (interfaces.md §1): ids, replay of the last five minutes by Last-Event-ID,
 * heartbeat every 15 s. A listener whose last event is not known any more gets `reset`: it reads its lists anew. One that
 * comes for the first time is given an id to come back with, though it has heard of nothing yet.
 */
@Injectable()
export class EventStream implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private kept: Kept[] = [];
  private heart: NodeJS.Timeout | undefined;
  private passOn: (event: IdentifiedEvent) => void = () => undefined;

  /** Tells all who may know, after the commit of what is told; listeners at other processes too, see StreamRelay. */
  publish(event: StreamEvent): void {
    const identified = { ...event, id: event.id ?? newId() };
    this.tell(identified);
    this.passOn(identified);
  }

  /** Has everything published here passed on to the service's other processes. */
  passOnBy(passOn: (event: IdentifiedEvent) => void): void {
    this.passOn = passOn;
  }

  /** Tells the listeners of this process. */
  tell(event: IdentifiedEvent): void {
    const { id } = event;
    const frame = `id: ${oneLine(id)}\nevent: ${oneLine(event.type)}\ndata: ${JSON.stringify(event.data)}\n\n`;
    const kept = { id, frame, audience: event.audience, at: performance.now() };
    this.forget(kept.at);
    this.kept.push(kept);
    for (const listener of this.listeners) {
      if (mayKnow(listener.actor, kept.audience)) this.send(listener, frame);
    }
  }

  /** Answers `GET /stream`: takes over the reply and keeps it open until the caller, the session or the service ends. */
  open(request: ActingRequest, reply: FastifyReply): void {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      // Else the socket outlives the stream and holds up the service's end.
      Connection: 'close',
    });
    const listener: Listener = { reply, actor: actorOf(request), endsAt: request.sessionEndsAt };
    reply.raw.on('close', () => this.close(listener));
    reply.raw.on('error', () => this.close(listener));
    this.listeners.add(listener);
    this.heart ??= setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    const newest = this.kept.at(-1)?.id ?? newId();
    const missed = this.missed(request.headers['last-event-id'], listener.actor);
    this.send(listener, `retry: 2000\n\n${missed}id: ${newest}\n\n`);
  }

  /** How many listen. */
  get size(): number {
    return this.listeners.size;
  }

  beforeApplicationShutdown(): void {
    for (const listener of this.listeners) this.close(listener);
  }

  private missed(lastId: string | string[] | undefined, actor: Actor): string {
    if (typeof lastId !== 'string' || lastId === '') return '';
    this.forget(performance.now());
    const last = this.kept.findIndex(({ id }) => id === lastId);
    if (last === -1) return `event: reset\ndata: {}\n\n`;
    const later = this.kept.slice(last + 1).filter(({ audience }) => mayKnow(actor, audience));
    return later.map(({ frame }) => frame).join('');
  }

  private beat(): void {
    const now = new Date();
    for (const listener of this.listeners) {
      if (listener.endsAt !== undefined && listener.endsAt <= now) this.close(listener);
      else this.send(listener, ': \n\n');
    }
    this.forget(performance.now());
  }

  private forget(now: number): void {
    const first = this.kept.findIndex(({ at }) => at > now - REPLAY_MS);
    const outdated = first === -1 ? this.kept.length : first;
    const excess = this.kept.length > MOST_KEPT ? this.kept.length - MOST_KEPT + FORGOTTEN_AT_ONCE : 0;
    const forgotten = Math.max(outdated, excess);
    if (forgotten > 0) this.kept = this.kept.slice(forgotten);
  }

  private send(listener: Listener, text: string): void {
    if (listener.reply.raw.writableLength > MOST_UNREAD_BYTES) this.close(listener);
    else listener.reply.raw.write(text);
  }

  private close(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    listener.reply.raw.end();
    if (this.listeners.size > 0) return;
    clearInterval(this.heart);
    this.heart = undefined;
  }
}

function mayKnow(actor: Actor, audience: Audience | undefined): boolean {
  if (actor.kind !== 'staff') return false;
  if (audience === undefined) return true;
  return hasRole(actor, ...(audience.roles ?? [])) || (audience.unitIds ?? []).includes(actor.unitId);
}

function oneLine(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new Error('An event id or type must be one line');
  return text;
}
