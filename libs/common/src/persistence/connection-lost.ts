import { types } from 'node:util';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** SQLSTATEs of a server that is going, gone or coming back: class 08 and these of class 57. */
const SERVER_AWAY = new Set(['57P01', '57P02', '57P03', '53300']);
const SOCKET_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH']);
const RUNNER_GONE = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];
const DRIVER_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)/;

/** Whether PostgreSQL was out of reach, so that the same work may succeed when it is back. */
export function isConnectionLost(error: unknown): boolean {
  // Not instanceof: where code runs in a context of its own, as under Jest, Node's own errors are of another Error.
  if (!types.isNativeError(error)) return false;
  // Where the connection went between two statements of a transaction, TypeORM has taken the runner away.
  if (RUNNER_GONE.some((gone) => error instanceof gone)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('08') || SERVER_AWAY.has(code) || SOCKET_ERRORS.has(code)) return true;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isConnectionLost);
  return DRIVER_WORDS.test(error.message);
}
