import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Malformed, PreconditionMissing } from './problem.js';

const STRONG_ETAG = /^"(\d{1,9})"$/;

/**
 * The version the caller has read, from If-Match (optimistic concurrency, interfaces.md §1).
 * @throws PreconditionMissing (428) without the header, Malformed (400) if it is not one of our ETags
 */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new PreconditionMissing();
  const version = STRONG_ETAG.exec(ifMatch)?.[1];
  if (version === undefined) throw new Malformed([{ pointer: 'If-Match', rule: 'etag' }]);
  return Number(version);
}

/** Parameter: the version (number) the update is based on. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** Gives an answer that has `version: number` its ETag. A hook: an interceptor would wrap every call in an Observable. */
export function addEtag(_request: FastifyRequest, reply: FastifyReply, answer: unknown, done: DoneWith): void {
  if (typeof answer === 'object' && answer !== null && 'version' in answer && Number.isInteger(answer.version)) {
    void reply.header('ETag', `"${String(answer.version)}"`);
  }
  done(null, answer);
}

type DoneWith = (error: null, answer: unknown) => void;
