import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { PROBLEM_CONTENT_TYPE, problemDocument, retryAfterOf } from './problem-document.js';
import { DomainError, type ProblemTexts } from './problem.js';
import { namedError } from './thrown.js';

/** The one place where errors become answers: everything thrown becomes a problem document (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly texts: ProblemTexts) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = namedError(thrown) ?? new DomainError('internal', 500);
    if (error.status >= 500) this.log(thrown, request);
    if (!reply.sent) sendProblem(error, this.texts, request, reply);
  }

  private log(thrown: unknown, request: FastifyRequest): void {
    const path = request.url.split('?', 1)[0] ?? '';
    const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    if (namedError(thrown) === null) this.logger.error(`${request.method} ${path}: ${why}`);
    else this.logger.warn(`${request.method} ${path}: ${thrown instanceof Error ? thrown.message : why}`);
  }
}

/** Answers with the problem document of an error, in the caller's language. */
export function sendProblem(
  error: DomainError,
  texts: ProblemTexts,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(error.status)
    .header('Content-Type', PROBLEM_CONTENT_TYPE)
    .header('Content-Language', language)
    .header('Vary', 'Accept-Language')
    .send(JSON.stringify(problemDocument(error, texts, language, request.id)));
}
