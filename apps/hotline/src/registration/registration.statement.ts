import { LEDGER_PARAMETERS, ledgerInsertSql, ledgerValues, type LedgerEntry } from '@app/common/audit/ledger.js';
import { TicketRegistered, type TicketRegisteredPayload } from '@app/common/contracts/hotline.events.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { CLAIM_PARAMETERS, claimSql, claimValues, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { currentRequestId } from '@app/common/http/request-id.js';
import { newId } from '@app/common/persistence/id.js';
import { CLOCK_TIMER, clockTimerKey } from '../clocks/clocks.js';
import type { ClockPlan } from '../clocks/domain/clock-plan.js';
import type { TicketContact } from '../confidentiality/ticket-contact.entity.js';
import type { PreparedStatement } from '@app/common/persistence/statement-pool.js';
import type { Ticket } from '../tickets/ticket.entity.js';

/** All that registering writes. */
export interface Registration {
  readonly ticket: Pick<
    Ticket,
    | 'id'
    | 'number'
    | 'codeFingerprint'
    | 'kind'
    | 'channel'
    | 'state'
    | 'serviceItemCode'
    | 'subject'
    | 'elements'
    | 'confidential'
    | 'greenChannel'
    | 'language'
    | 'registeredBy'
    | 'registeredAt'
  >;
  readonly contact: Omit<TicketContact, 'ticketId'>;
  readonly transfer: ClockPlan;
  readonly ledger: LedgerEntry;
  readonly registered: TicketRegisteredPayload;
  /** Null where the phone receives no text messages. */
  readonly sms: SmsRequestedPayload | null;
  /** Kept with the idempotency key; without the query code in clear. */
  readonly answer: object;
}

const TICKET_COLUMNS = [
  ['id', 'uuid'],
  ['number', 'text'],
  ['code_fingerprint', 'text'],
  ['kind', 'text'],
  ['channel', 'text'],
  ['state', 'text'],
  ['service_item_code', 'text'],
  ['subject', 'text'],
  ['elements', 'jsonb'],
  ['confidential', 'boolean'],
  ['green_channel', 'boolean'],
  ['language', 'text'],
  ['registered_by', 'uuid'],
  ['registered_at', 'timestamptz'],
] as const;

const CONTACT_COLUMNS = [
  ['sealed_name', 'text'],
  ['sealed_phone', 'text'],
  ['phone_fingerprint', 'text'],
  ['receives_text', 'boolean'],
] as const;

const CLOCK_COLUMNS = [
  ['started_at', 'timestamptz'],
  ['due_at', 'timestamptz'],
  ['near_at', 'timestamptz'],
  ['points', 'jsonb'],
] as const;

type Columns = readonly (readonly [name: string, type: string])[];

const names = (columns: Columns): string => columns.map(([name]) => name).join(', ');
const values = (columns: Columns, first: number): string =>
  columns.map(([, type], i) => `$${first + i}::${type}`).join(', ');

const ANSWER = 1 + CLAIM_PARAMETERS;
const TICKET = ANSWER + 1;
const CONTACT = TICKET + TICKET_COLUMNS.length;
const CLOCK = CONTACT + CONTACT_COLUMNS.length;
const TIMER = CLOCK + CLOCK_COLUMNS.length;
const LEDGER = TIMER + 3;
const EVENTS = LEDGER + LEDGER_PARAMETERS;

/**
 * Registering in one statement, so in one round trip and one commit: the idempotency key, the ticket, who filed it, the
 * transfer clock with its timer, the ledger's line, the event and the text message. Nothing of it happens when the key
 * has been used; then it gives no row. (One column list beside its values for each table, so none can slip.)
 */
const TEXT = `
WITH ${claimSql(1, `$${ANSWER}::json`)},
ticket_row AS (
  INSERT INTO ticket (${names(TICKET_COLUMNS)}) SELECT ${values(TICKET_COLUMNS, TICKET)} FROM claim
),
contact_row AS (
  INSERT INTO ticket_contact (ticket_id, ${names(CONTACT_COLUMNS)})
  SELECT $${TICKET}::uuid, ${values(CONTACT_COLUMNS, CONTACT)} FROM claim
),
clock_row AS (
  INSERT INTO ticket_clock (ticket_id, kind, round, ${names(CLOCK_COLUMNS)})
  SELECT $${TICKET}::uuid, 'transfer', 1, ${values(CLOCK_COLUMNS, CLOCK)} FROM claim
),
timer_row AS (
  INSERT INTO timer (kind, key, due_at)
  SELECT $${TIMER}::text, $${TIMER + 1}::text, $${TIMER + 2}::timestamptz FROM claim
),
ledger_row AS (${ledgerInsertSql(LEDGER, { from: 'claim' })}),
outbox_rows AS (
  INSERT INTO outbox (id, subject, aggregate_id, payload, request_id)
  SELECT event.id, event.subject, $${TICKET}::text, event.payload, $${EVENTS}::text
  FROM claim, (VALUES ($${EVENTS + 1}::uuid, $${EVENTS + 2}::text, $${EVENTS + 3}::jsonb),
                      ($${EVENTS + 4}::uuid, $${EVENTS + 5}::text, $${EVENTS + 6}::jsonb)) AS event (id, subject, payload)
  WHERE event.id IS NOT NULL
)
SELECT key FROM claim`;

/** Prepared once per connection: planning it takes longer than running it. */
const NAME = 'register_ticket';

/**
 * The statement and its values for `pg`. It gives one row when the ticket was registered, none when the idempotency key
 * has been used before.
 */
export function registrationStatement(registration: Registration, idempotency: IdempotencyContext): PreparedStatement {
  const { ticket, contact, transfer, sms } = registration;
  return {
    name: NAME,
    text: TEXT,
    values: [
      ...claimValues(idempotency, ticket.id),
      JSON.stringify(registration.answer),
      ticket.id,
      ticket.number,
      ticket.codeFingerprint,
      ticket.kind,
      ticket.channel,
      ticket.state,
      ticket.serviceItemCode,
      ticket.subject,
      JSON.stringify(ticket.elements),
      ticket.confidential,
      ticket.greenChannel,
      ticket.language,
      ticket.registeredBy,
      ticket.registeredAt.toISOString(),
      contact.sealedName,
      contact.sealedPhone,
      contact.phoneFingerprint,
      contact.receivesText,
      transfer.startedAt.toISOString(),
      transfer.dueAt.toISOString(),
      transfer.nearAt.toISOString(),
      JSON.stringify(transfer.points),
      CLOCK_TIMER,
      clockTimerKey({ ticketId: ticket.id, kind: 'transfer', round: 1 }),
      transfer.points[0]?.at ?? transfer.dueAt.toISOString(),
      ...ledgerValues(registration.ledger),
      currentRequestId() ?? null,
      newId(),
      TicketRegistered.subject,
      JSON.stringify(registration.registered),
      sms ? newId() : null,
      SmsRequested.subject,
      sms ? JSON.stringify(sms) : null,
    ],
  };
}
