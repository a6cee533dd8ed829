import { createHash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ActingRequest } from '../auth/access.decorators.js';
import { names, type Columns } from '../persistence/recordset.js';
import { Recurring } from '../timers/on-timer.js';
import { canonicalJson } from './canonical-json.js';
import { DomainError, Malformed } from './problem.js';

/** What makes two requests the same one. */
export interface IdempotencyContext {
  /**
   * Whose key it is. Staff: their id. Citizens have no account, so theirs is the network address: somebody who guesses
   * or overhears a key from elsewhere meets nothing. (Change of network between two tries costs the replay.)
   */
  readonly caller: string;
  /** Null: the caller sent none, nothing is remembered. */
  readonly key: string | null;
  /** Method and path. */
  readonly route: string;
  /** SHA-256 of the body's canonical JSON. */
  readonly bodyHash: Buffer;
}

/** 409: the first request with this key is not finished; ask again. */
export class StillRunning extends DomainError {
  constructor() {
    super('still-running', 409, { retryAfterSeconds: 1 });
  }
}

/** 422: the key has been used for another request. */
export class KeyReused extends DomainError {
  constructor() {
    super('idempotency-key-reused', 422);
  }
}

const GOT_LOCK = 'pg_try_advisory_xact_lock(hashtextextended($1 || chr(10) || $2, 0))';
const LOOK_UP = `
  SELECT ${GOT_LOCK} AS got, k.route, k.body_hash, k.answer
  FROM (SELECT 1) AS one LEFT JOIN idempotency_key k ON k.caller = $1 AND k.key = $2`;
const REMEMBER = `
  INSERT INTO idempotency_key (caller, key, route, body_hash, answer, created_at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING 1`;
const FIRST_ANSWER = 'SELECT route, body_hash, answer FROM idempotency_key WHERE caller = $1 AND key = $2';
const PRUNE = `DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - interval '24 hours'`;

interface FirstAnswer<T> {
  route: string;
  body_hash: Buffer;
  answer: T;
}

/** Does what a POST asks for once, however often it is sent (interfaces.md §1). */
@Injectable()
export class Idempotency {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction that also stores its answer: both are there or neither. The same request again gets
   * the first answer and `work` is not run. A refused request (any error) stores nothing and may be sent again.
   * @returns what `work` returned; the second time as it reads after a trip through JSON
   * @throws StillRunning (409) while the first one runs, KeyReused (422) for another route or body with the same key
   */
  async once<T>(context: IdempotencyContext, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { key } = context;
    if (key === null) return this.dataSource.transaction(work);
    return this.dataSource.transaction(async (em) => {
      const [seen] = await em.query<({ got: boolean } & (FirstAnswer<T> | { route: null }))[]>(LOOK_UP, [
        context.caller,
        key,
      ]);
      if (seen?.got !== true) throw new StillRunning();
      if (seen.route !== null) return sameAgain(seen, context);
      const answer = await work(em);
      const values = [context.caller, key, context.route, context.bodyHash, JSON.stringify(answer ?? null)];
      // The look-up's snapshot is older than its lock: a twin may have committed between the two.
      const remembered = await em.query<unknown[]>(REMEMBER, values);
      if (remembered.length === 0) throw new StillRunning();
      return answer;
    });
  }

  /**
   * For a hot path whose claim (`claimSql`) gave no row: what the first request was answered.
   * @throws StillRunning, KeyReused as `once`
   */
  async firstAnswer<T>(context: IdempotencyContext): Promise<T> {
    const [seen] = await this.dataSource.query<FirstAnswer<T>[]>(FIRST_ANSWER, [context.caller, context.key]);
    if (seen === undefined) throw new StillRunning();
    return sameAgain(seen, context);
  }

  /** Forgets answers older than 24 hours. */
  @Recurring('idempotency.prune', { cron: '17 * * * *' })
  async prune(em: EntityManager): Promise<void> {
    await em.query(PRUNE);
  }
}

function sameAgain<T>(seen: FirstAnswer<T>, { route, bodyHash }: IdempotencyContext): T {
  if (seen.route !== route || !seen.body_hash.equals(bodyHash)) throw new KeyReused();
  return seen.answer;
}

/** A row's claim to be the first with its key, and what it is answered; under the prefix `claim` in a `recordset`. */
export const CLAIM_COLUMNS: Columns = [
  ['caller', 'text'],
  ['key', 'text'],
  ['route', 'text'],
  ['body_hash', 'bytea'],
  ['answer', 'json'],
];

/**
 * `once` for a hot path that does all in one statement, for many requests at once. Gives the statement's part `claim`
 * with a row (`caller`, `key`) for each request that is the first with its key: let every other part do only what
 * belongs to these, and give the others `firstAnswer`. A key may stand only once in a statement.
 * @param from the part of the statement that has CLAIM_COLUMNS
 */
export function claimSql(from: string): string {
  return `claim AS (
    INSERT INTO idempotency_key (${names(CLAIM_COLUMNS)}, created_at)
    SELECT ${names(CLAIM_COLUMNS, 'claim')}, clock_timestamp() FROM ${from}
    WHERE pg_try_advisory_xact_lock(hashtextextended(claim_caller || chr(10) || claim_key, 0))
    ON CONFLICT DO NOTHING RETURNING caller, key
  )`;
}

/** A request's values of CLAIM_COLUMNS under their prefix, and the answer to store. */
export interface ClaimRow {
  readonly claim_caller: string;
  readonly claim_key: string;
  readonly claim_route: string;
  readonly claim_body_hash: string;
  readonly claim_answer: object;
}

/**
 * @param spare stands in for the key when the caller sent none; must be new
 * @param answer what the first request is answered
 */
export function claimRow(context: IdempotencyContext, spare: string, answer: object): ClaimRow {
  const { caller, key, route, bodyHash } = context;
  return {
    claim_caller: caller,
    claim_key: key ?? spare,
    claim_route: route,
    claim_body_hash: `\\x${bodyHash.toString('hex')}`,
    claim_answer: answer,
  };
}

/** What two requests of one statement must not have in common. */
export function claimed({ claim_caller: caller, claim_key: key }: ClaimRow): string {
  return `${caller}\n${key}`;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * What makes this request recognisable when it is sent again.
 * @throws Malformed (400) if the key is not 1–200 visible ASCII characters
 */
export function idempotencyContextOf(request: ActingRequest): IdempotencyContext {
  const sent = request.headers['idempotency-key'];
  if (sent !== undefined && (typeof sent !== 'string' || !KEY.test(sent))) {
    throw new Malformed([{ pointer: 'Idempotency-Key', rule: 'idempotencyKey' }]);
  }
  const [path] = request.url.split('?', 1);
  return {
    caller: request.actor ? `staff:${request.actor.id}` : `address:${request.ip}`,
    key: sent ?? null,
    route: `${request.method} ${path}`,
    bodyHash: createHash('sha256').update(canonicalJson(request.body)).digest(),
  };
}

/** Parameter: the `IdempotencyContext` of the request, for `Idempotency.once`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): IdempotencyContext =>
  idempotencyContextOf(context.switchToHttp().getRequest<ActingRequest>()),
);
