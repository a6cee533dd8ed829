import pg from 'pg';
import { QueryFailedError } from 'typeorm';

const EXCLUSION_VIOLATION = '23P01';
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/**
 * What stood in the way of a statement:
 * - `place`: somebody else took the place, or two stood in each other's way; with another snapshot it may go well;
 * - `day`: the phone has a booking of the item that day;
 * - `key`: the idempotency key was used in the same moment.
 * @returns null for any other error
 */
export function refusedBy(error: unknown): 'place' | 'day' | 'key' | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof pg.DatabaseError)) return null;
  if (cause.code === EXCLUSION_VIOLATION || cause.code === DEADLOCK) return 'place';
  if (cause.code !== UNIQUE_VIOLATION) return null;
  if (cause.constraint === 'booking_once_a_day') return 'day';
  return cause.constraint === 'idempotency_key_pkey' ? 'key' : null;
}
