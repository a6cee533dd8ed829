import type { RequestKind } from '@app/common/contracts/request-kind.js';
import type { PreparedStatement } from '@app/common/persistence/statement-pool.js';
import type { Channel } from './domain/channel.js';
import type { ReviewOutcome } from '../reviews/domain/review.js';
import type { Elements } from './domain/elements.js';
import type { ListScope } from './domain/ticket-policy.js';
import type { TicketState } from './domain/ticket-state.js';

/** A ticket as lists read it. */
export interface TicketRowRecord {
  id: string;
  number: string;
  kind: RequestKind;
  subject: string;
  state: TicketState;
  channel: Channel;
  unit_id: string | null;
  registered_at: Date;
  reply_due_at: Date | null;
  card: 'yellow' | 'red' | null;
  confidential: boolean;
  green_channel: boolean;
  review_asked_at: Date | null;
  version: number;
  clock: { due_at: string; near_at: string; stopped_at: string | null; met_at: string | null } | null;
}

/** A ticket with everything its page shows; parts of other tables as JSON, instants in them as text. */
export interface TicketDetailRecord extends TicketRowRecord {
  elements: Elements;
  service_item_code: string | null;
  dispatched_at: Date | null;
  accepted_at: Date | null;
  closed_at: Date | null;
  note: string | null;
  contact: { sealed_name: string | null; sealed_phone: string | null } | null;
  reply: {
    how: 'reply' | 'answer' | 'refusal';
    text: string;
    replied_at: string;
    unit_id: string | null;
    replied_by: string | null;
    in_time: boolean | null;
  } | null;
  rating: { score: number; comment: string | null; rated_at: string } | null;
  review: {
    asked_at: string;
    via: 'web' | 'sms';
    reason: string;
    outcome: ReviewOutcome | null;
    decided_at: string | null;
    decision_reason: string | null;
  } | null;
  clocks:
    | {
        kind: 'transfer' | 'accept' | 'reply';
        started_at: string;
        due_at: string;
        near_at: string;
        stopped_at: string | null;
        met_at: string | null;
      }[]
    | null;
  interview: {
    case_id: string;
    case_number: string | null;
    round: number;
    due_at: string | null;
    start_at: string | null;
    end_at: string | null;
    place_zh: string | null;
    place_en: string | null;
    held_at: string | null;
  } | null;
  notices:
    | {
        id: string;
        kind: 'card' | 'order';
        colour: 'yellow' | 'red' | null;
        number: string | null;
        reason: string | null;
        issued_at: string;
        due_at: string | null;
      }[]
    | null;
}

/** The clock a row shows: the running one that ends first, else the latest of the last round. */
const FACE = `
  (SELECT to_jsonb(c) FROM (
     SELECT due_at, near_at, stopped_at, met_at FROM ticket_clock WHERE ticket_id = t.id
     ORDER BY CASE WHEN met_at IS NULL AND stopped_at IS NULL THEN due_at END, round DESC, due_at DESC LIMIT 1
   ) AS c) AS clock`;

const ROW = `
  t.id, t.number, t.kind, t.subject, t.state, t.channel, t.unit_id, t.registered_at, t.reply_due_at, t.card,
  t.confidential, t.green_channel, t.review_asked_at, t.version, ${FACE}`;

/** One ticket with all its page shows, in one round trip. Of several rounds, the latest clock of each kind. */
const DETAIL = `
  SELECT ${ROW}, t.elements, t.service_item_code, t.dispatched_at, t.accepted_at, t.closed_at, t.note,
    (SELECT to_jsonb(c) FROM ticket_contact c WHERE c.ticket_id = t.id) AS contact,
    to_jsonb(reply) AS reply,
    (SELECT to_jsonb(r) FROM ticket_rating r WHERE r.reply_id = reply.id) AS rating,
    (SELECT jsonb_agg(c ORDER BY c.started_at, c.due_at) FROM (
       SELECT DISTINCT ON (kind) kind, started_at, due_at, near_at, stopped_at, met_at
       FROM ticket_clock WHERE ticket_id = t.id ORDER BY kind, round DESC) AS c) AS clocks,
    (SELECT to_jsonb(r) FROM ticket_review r WHERE r.ticket_id = t.id ORDER BY r.asked_at DESC LIMIT 1) AS review,
    (SELECT to_jsonb(i) FROM ticket_interview i WHERE i.ticket_id = t.id) AS interview,
    (SELECT jsonb_agg(n ORDER BY n.issued_at DESC) FROM ticket_notice n WHERE n.ticket_id = t.id) AS notices
  FROM ticket t
  LEFT JOIN LATERAL (
    SELECT * FROM ticket_reply WHERE ticket_id = t.id ORDER BY replied_at DESC LIMIT 1) AS reply ON true
  WHERE t.id = $1`;

export function detailStatement(id: string): PreparedStatement {
  return { name: 'ticket_detail', text: DETAIL, values: [id] };
}

/** What a list is searched for, already read: a number, a phone's fingerprint, or words of the subject. */
export interface Search {
  readonly number?: string;
  readonly phoneFingerprint?: string;
  readonly words?: string;
}

export interface ListFilter {
  readonly state?: TicketState;
  readonly unitId?: string;
  readonly kind?: RequestKind;
  /** Only those whose review waits to be decided. */
  readonly reviewAsked?: boolean;
  readonly search?: Search;
  /** Sort key of the last row seen: registered at (ISO 8601), id. */
  readonly after?: readonly [string, string];
  /** How many rows at most. */
  readonly limit: number;
}

/**
 * A list's statement, newest first, by its sort key: every filter has an index that ends in it, so a page costs the
 * same however far down it lies.
 */
export function listStatement(scope: ListScope, filter: ListFilter): PreparedStatement {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [scopeCondition(scope, parameter)];
  if (filter.state) conditions.push(`t.state = ${parameter(filter.state)}`);
  if (filter.unitId) conditions.push(`t.unit_id = ${parameter(filter.unitId)}`);
  if (filter.kind) conditions.push(`t.kind = ${parameter(filter.kind)}`);
  if (filter.reviewAsked) conditions.push('t.review_asked_at IS NOT NULL');
  if (filter.search) conditions.push(searchCondition(scope, filter.search, parameter));
  if (filter.after) {
    const [at, id] = filter.after;
    conditions.push(`(t.registered_at, t.id) < (${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`);
  }
  const where = conditions.filter((condition) => condition !== '').join(' AND ');
  const text = `SELECT ${ROW} FROM ticket t ${where && `WHERE ${where}`}
    ORDER BY t.registered_at DESC, t.id DESC LIMIT ${parameter(filter.limit)}`;
  return { name: nameOf(scope, filter), text, values };
}

/** Tells apart all texts `listStatement` can make. */
function nameOf(scope: ListScope, { state, unitId, kind, reviewAsked, search, after }: ListFilter): string {
  const parts = {
    all: scope.all,
    open: scope.open,
    own: scope.unitId !== null,
    secret: scope.confidentialContent,
    state,
    unit: unitId,
    kind,
    review: reviewAsked,
    number: search?.number,
    phone: search?.phoneFingerprint,
    words: search?.words,
    after,
  };
  const given = Object.entries(parts).flatMap(([name, value]) => (value ? [name] : []));
  return ['tickets', ...given].join('_');
}

/** Empty where the actor's lists hold all tickets. */
function scopeCondition(scope: ListScope, parameter: (value: unknown) => string): string {
  if (scope.all) return '';
  const parts = [
    ...(scope.open ? ['NOT t.confidential'] : []),
    ...(scope.unitId === null ? [] : [`t.unit_id = ${parameter(scope.unitId)}`]),
  ];
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/** A search must not find by what the reader may not see: content, or the identity, of confidential tickets. */
function searchCondition(scope: ListScope, search: Search, parameter: (value: unknown) => string): string {
  const found: string[] = [];
  if (search.number) found.push(`t.number = ${parameter(search.number)}`);
  if (search.phoneFingerprint) {
    const open = scope.confidentialContent ? '' : ' AND NOT t.confidential';
    const phone = parameter(search.phoneFingerprint);
    found.push(`(t.id IN (SELECT ticket_id FROM ticket_contact WHERE phone_fingerprint = ${phone})${open})`);
  }
  if (search.words) {
    const own = scope.unitId === null ? '' : ` OR t.unit_id = ${parameter(scope.unitId)}`;
    const open = scope.confidentialContent ? '' : ` AND (NOT t.confidential${own})`;
    const pattern = `%${search.words.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(`(t.subject ILIKE ${parameter(pattern)}${open})`);
  }
  return `(${found.join(' OR ')})`;
}
