import { LEDGER_COLUMNS, ledgerRow, type LedgerEntry } from '@app/common/audit/ledger.js';
import { TicketRegistered, type TicketRegisteredPayload } from '@app/common/contracts/hotline.events.js';
import { SmsRequested, type SmsRequestedPayload } from '@app/common/contracts/gateway.events.js';
import { CLAIM_COLUMNS, claimed, claimRow, claimSql, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { EVENT_COLUMNS } from '@app/common/messaging/outbox.js';
import type { Batched } from '@app/common/persistence/batches.js';
import { newId } from '@app/common/persistence/id.js';
import { jsonRow, jsonRows, names, recordset, type Columns } from '@app/common/persistence/recordset.js';
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

const TICKET_COLUMNS: Columns = [
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
];

const CONTACT_COLUMNS: Columns = [
  ['sealed_name', 'text'],
  ['sealed_phone', 'text'],
  ['phone_fingerprint', 'text'],
  ['receives_text', 'boolean'],
];

const CLOCK_COLUMNS: Columns = [
  ['started_at', 'timestamptz'],
  ['due_at', 'timestamptz'],
  ['near_at', 'timestamptz'],
  ['points', 'jsonb'],
];

const TIMER_COLUMNS: Columns = [
  ['kind', 'text'],
  ['key', 'text'],
  ['due_at', 'timestamptz'],
];

const GIVEN = recordset('$1::json', {
  claim: CLAIM_COLUMNS,
  ticket: TICKET_COLUMNS,
  contact: CONTACT_COLUMNS,
  clock: CLOCK_COLUMNS,
  timer: TIMER_COLUMNS,
  ledger: LEDGER_COLUMNS,
  event: EVENT_COLUMNS,
  sms: EVENT_COLUMNS,
});

/**
 * Registering in one statement, so in one round trip and one commit: the idempotency key, the ticket, who filed it, the
 * transfer clock with its timer, the ledger's line, the event and the text message. Nothing of it happens to a request
 * whose key has been used; for the others it gives the tickets' ids. It registers as many as it is given (ADR 0010).
 */
const TEXT = `
WITH given AS MATERIALIZED (SELECT * FROM ${GIVEN}),
${claimSql('given')},
filed AS MATERIALIZED (SELECT given.* FROM given JOIN claim ON caller = claim_caller AND key = claim_key),
ticket_rows AS (
  INSERT INTO ticket (${names(TICKET_COLUMNS)}) SELECT ${names(TICKET_COLUMNS, 'ticket')} FROM filed
),
contact_rows AS (
  INSERT INTO ticket_contact (ticket_id, ${names(CONTACT_COLUMNS)})
  SELECT ticket_id, ${names(CONTACT_COLUMNS, 'contact')} FROM filed
),
clock_rows AS (
  INSERT INTO ticket_clock (ticket_id, kind, round, ${names(CLOCK_COLUMNS)})
  SELECT ticket_id, 'transfer', 1, ${names(CLOCK_COLUMNS, 'clock')} FROM filed
),
timer_rows AS (INSERT INTO timer (${names(TIMER_COLUMNS)}) SELECT ${names(TIMER_COLUMNS, 'timer')} FROM filed),
ledger_rows AS (INSERT INTO ledger (${names(LEDGER_COLUMNS)}) SELECT ${names(LEDGER_COLUMNS, 'ledger')} FROM filed),
outbox_rows AS (
  INSERT INTO outbox (${names(EVENT_COLUMNS)}, aggregate_id, request_id)
  SELECT told.*, ticket_id::text, ledger_request_id
  FROM filed, LATERAL (VALUES (${names(EVENT_COLUMNS, 'event')}), (${names(EVENT_COLUMNS, 'sms')})) AS told (id)
  WHERE told.id IS NOT NULL
)
SELECT ticket_id AS "ticketId" FROM filed`;

/** Prepared once per connection: planning it takes longer than running it. */
const NAME = 'register_ticket';

/** A registration as the statement takes it, made while the request is being served: it says whose it is. */
export interface RegistrationRow extends Batched {
  readonly ticketId: string;
  readonly json: string;
}

export function registrationRow(registration: Registration, idempotency: IdempotencyContext): RegistrationRow {
  const { ticket, contact, transfer, registered, sms } = registration;
  const claim = claimRow(idempotency, ticket.id, registration.answer);
  const parts = [
    claim,
    {
      ticket_id: ticket.id,
      ticket_number: ticket.number,
      ticket_code_fingerprint: ticket.codeFingerprint,
      ticket_kind: ticket.kind,
      ticket_channel: ticket.channel,
      ticket_state: ticket.state,
      ticket_service_item_code: ticket.serviceItemCode,
      ticket_subject: ticket.subject,
      ticket_elements: ticket.elements,
      ticket_confidential: ticket.confidential,
      ticket_green_channel: ticket.greenChannel,
      ticket_language: ticket.language,
      ticket_registered_by: ticket.registeredBy,
      ticket_registered_at: ticket.registeredAt,
    },
    {
      contact_sealed_name: contact.sealedName,
      contact_sealed_phone: contact.sealedPhone,
      contact_phone_fingerprint: contact.phoneFingerprint,
      contact_receives_text: contact.receivesText,
    },
    {
      clock_started_at: transfer.startedAt,
      clock_due_at: transfer.dueAt,
      clock_near_at: transfer.nearAt,
      clock_points: transfer.points,
    },
    {
      timer_kind: CLOCK_TIMER,
      timer_key: clockTimerKey({ ticketId: ticket.id, kind: 'transfer', round: 1 }),
      timer_due_at: transfer.points[0]?.at ?? transfer.dueAt,
    },
    ledgerRow(registration.ledger),
    { event_id: newId(), event_subject: TicketRegistered.subject, event_payload: registered },
    { sms_id: sms && newId(), sms_subject: SmsRequested.subject, sms_payload: sms },
  ];
  return { once: claimed(claim), ticketId: ticket.id, json: jsonRow(parts) };
}

/** The statement for `pg`. It gives a row (`ticketId`) for each that is the first with its idempotency key. */
export function registrationStatement(rows: readonly RegistrationRow[]): PreparedStatement {
  return { name: NAME, text: TEXT, values: [jsonRows(rows)] };
}
