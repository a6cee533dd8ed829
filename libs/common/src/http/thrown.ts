import { HttpException } from '@nestjs/common';
import { DatabaseError } from 'pg';
import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { isConnectionLost } from '../persistence/connection-lost.js';
import { DomainError, Malformed, NotFound, ServiceUnavailable } from './problem.js';

/** SQLSTATEs that mean "the same again may succeed": serialisation, deadlock, lock or statement timed out. */
const TRY_AGAIN = new Set(['40001', '40P01', '55P03', '57014', '25P03']);
/** Values that a column cannot hold: too long, out of range, no such date, not a number, no such character. */
const DOES_NOT_FIT = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);
/** PostgreSQL's reader of UUIDs: a text that is none names no item. */
const UUID_READER = 'string_to_uuid';

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'unreadable',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'route-not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/**
 * The named error for anything that was thrown while a request was served.
 * @returns null for what nobody foresaw: a 500 whose message must not reach the caller
 */
export function namedError(thrown: unknown): DomainError | null {
  if (thrown instanceof DomainError) return thrown;
  if (isConnectionLost(thrown)) return new ServiceUnavailable();
  if (thrown instanceof EntityNotFoundError) return new NotFound();
  if (thrown instanceof QueryFailedError) return databaseError(thrown.driverError);
  if (thrown instanceof DatabaseError) return databaseError(thrown);
  const status = statusOf(thrown);
  if (status === 503) return new ServiceUnavailable();
  if (status < 400 || status >= 500) return null;
  return new DomainError(BY_STATUS[status] ?? 'refused', status);
}

function databaseError(error: unknown): DomainError | null {
  if (!(error instanceof DatabaseError) || error.code === undefined) return null;
  if (TRY_AGAIN.has(error.code)) return new ServiceUnavailable({ retryAfterSeconds: 1 });
  if (error.routine === UUID_READER) return new NotFound();
  return DOES_NOT_FIT.has(error.code) ? new Malformed([]) : null;
}

/** Nest's exceptions and Fastify's errors (malformed JSON, body too large, …) say their status themselves. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number') {
    return thrown.statusCode;
  }
  return 500;
}
