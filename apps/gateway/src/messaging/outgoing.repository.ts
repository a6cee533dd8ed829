import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MessageStatus } from './domain/delivery.js';

export interface NewOutgoing {
  readonly id: string;
  readonly aboutId: string | null;
  readonly template: string;
  readonly language: string;
  readonly sealedTo: string;
  readonly maskedTo: string;
  readonly phoneFingerprint: string;
  readonly sealedText: string;
  readonly status: MessageStatus;
  readonly errorCode: string | null;
  readonly now: Date;
}

/** A message whose turn it is: to be handed over (`sending`) or to be looked up (`uncertain`). */
export interface ClaimedMessage {
  readonly id: string;
  readonly sealed_to: string;
  readonly sealed_text: string;
  readonly phone_fingerprint: string;
  readonly status: 'sending' | 'uncertain';
  readonly attempts: number;
  readonly look_ups: number;
  /** By the machine's clock, not the office's: it is compared with the provider's dates. */
  readonly first_tried_at: Date;
}

export interface Change {
  readonly status: MessageStatus;
  readonly providerId?: string;
  readonly errorCode?: string | null;
  readonly lookUps?: number;
  /** When it is its turn again, for a status that is not the end. */
  readonly dueAt?: Date;
}

const INSERT = `
  INSERT INTO outgoing_message (id, about_id, template, language, sealed_to, masked_to, phone_fingerprint, sealed_text,
    status, error_code, due_at, created_at, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11)
  ON CONFLICT (id) DO NOTHING`;

/**
 * Messages of one number leave one after the other, the oldest first, so that a look-up by number and text never meets
 * a twin that is under way. A message found `sending` after its lease was with a process that died: it is in doubt.
 */
const CLAIM = `
  UPDATE outgoing_message m
     SET status = CASE m.status WHEN 'queued' THEN 'sending' ELSE 'uncertain' END,
         attempts = m.attempts + CASE m.status WHEN 'queued' THEN 1 ELSE 0 END,
         first_tried_at = coalesce(m.first_tried_at, clock_timestamp()),
         due_at = $2, changed_at = $1
   WHERE id IN (
     SELECT id FROM outgoing_message o
      WHERE o.status IN ('queued', 'sending', 'uncertain') AND o.due_at <= $1
        AND NOT EXISTS (
          SELECT 1 FROM outgoing_message older
           WHERE older.phone_fingerprint = o.phone_fingerprint AND older.seq < o.seq
             AND older.status IN ('queued', 'sending', 'uncertain'))
      ORDER BY o.due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
  RETURNING id, sealed_to, sealed_text, phone_fingerprint, status, attempts, look_ups, first_tried_at`;

/** By our own id, else by the provider's; a status it has left behind meanwhile is one it may not come from. */
const MOVE = `
  UPDATE outgoing_message
     SET status = $4, provider_id = coalesce($3, provider_id), error_code = $5, look_ups = coalesce($6, look_ups),
         due_at = coalesce($7, due_at), changed_at = $8
   WHERE id = coalesce((SELECT id FROM outgoing_message WHERE id = $1),
                       (SELECT id FROM outgoing_message WHERE provider_id = $2))
     AND status = ANY($9)`;

@Injectable()
export class OutgoingRepository {
  /** Journals a message; the same id a second time changes nothing. */
  async add(em: EntityManager, message: NewOutgoing): Promise<void> {
    await em.query(INSERT, [
      message.id,
      message.aboutId,
      message.template,
      message.language,
      message.sealedTo,
      message.maskedTo,
      message.phoneFingerprint,
      message.sealedText,
      message.status,
      message.errorCode,
      message.now,
    ]);
  }

  /** Takes up to `limit` messages whose turn it is, for this process alone until `leaseUntil`. */
  async claim(em: EntityManager, now: Date, leaseUntil: Date, limit: number): Promise<ClaimedMessage[]> {
    const [rows]: [ClaimedMessage[], number] = await em.query(CLAIM, [now, leaseUntil, limit]);
    return rows;
  }

  /**
   * Moves a message on, where its status is one of `from`.
   * @param by our own id or the provider's
   * @returns whether it was moved
   */
  async move(
    em: EntityManager,
    by: { id: string | null; providerId: string | null },
    change: Change,
    from: readonly MessageStatus[],
    now: Date,
  ): Promise<boolean> {
    const { status, providerId, errorCode, lookUps, dueAt } = change;
    const [, moved]: [unknown[], number] = await em.query(MOVE, [
      by.id,
      by.providerId,
      providerId ?? null,
      status,
      errorCode ?? null,
      lookUps ?? null,
      dueAt ?? null,
      now,
      from,
    ]);
    return moved > 0;
  }

  /** Which of these provider ids belong to messages of the journal. */
  async known(em: EntityManager, providerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await em.query<{ provider_id: string }[]>(
      'SELECT provider_id FROM outgoing_message WHERE provider_id = ANY($1)',
      [providerIds],
    );
    return new Set(rows.map((row) => row.provider_id));
  }
}
