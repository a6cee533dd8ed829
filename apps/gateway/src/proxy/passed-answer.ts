import { Readable } from 'node:stream';
import { ServiceUnavailable } from '@app/common/http/problem.js';
import { runInRequest } from '@app/common/http/request-id.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { passedBack } from './passed-headers.js';

const RETRY_AFTER_SECONDS = 2;
/** An answer up to this length is taken as a whole: a stream costs more than all the rest of passing it. */
const WHOLE_BYTES = 256 * 1024;
const WITHOUT_BODY = new Set([204, 304]);

type Answer = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>;
type Headers = Answer[2];

/**
 * Passes a service's answer back as it comes: short ones in one piece, event streams and files as they arrive. A service
 * that is away is a 503 with Retry-After, never a 502 or 500.
 */
export class PassedAnswer implements Dispatcher.DispatchHandler {
  private status = 0;
  private headers: Headers = {};
  private readonly pieces: Buffer[] = [];
  private stream: AnswerStream | null = null;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { raw } = this.reply;
    raw.once('close', () => {
      if (!raw.writableFinished) controller.abort(new Error('the caller has gone'));
    });
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    // What comes before the answer (1xx) is between the service and us.
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
    if (this.isShort()) return;
    this.stream = new AnswerStream(controller);
    this.begin().send(this.stream);
  }

  onResponseData(_controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (this.stream) this.stream.passOn(piece);
    else this.pieces.push(piece);
  }

  onResponseEnd(): void {
    if (this.stream) this.stream.end();
    else this.begin().send(this.pieces.length > 1 ? Buffer.concat(this.pieces) : this.pieces[0]);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { id, ip } = this.request;
    if (this.stream) this.stream.destroy(error);
    else if (!this.reply.raw.destroyed) {
      // Connections to a service are shared: this runs in the context of whichever request opened it.
      runInRequest({ requestId: id, origin: ip }, () => {
        void this.reply.send(new ServiceUnavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
      });
    }
  }

  private begin(): FastifyReply {
    return this.reply.code(this.status).headers(passedBack(this.headers));
  }

  private isShort(): boolean {
    if (this.request.method === 'HEAD' || WITHOUT_BODY.has(this.status)) return true;
    return Number(this.headers['content-length'] ?? Infinity) <= WHOLE_BYTES;
  }
}

/** An answer on its way; the service waits while the caller does not read. */
class AnswerStream extends Readable {
  private isWhole = false;

  constructor(private readonly controller: Dispatcher.DispatchController) {
    super();
  }

  passOn(piece: Buffer): void {
    if (!this.push(piece)) this.controller.pause();
  }

  end(): void {
    this.isWhole = true;
    this.push(null);
  }

  override _read(): void {
    this.controller.resume();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.isWhole) this.controller.abort(error ?? new Error('the caller has gone'));
    done(error);
  }
}
