import type { EntityManager } from 'typeorm';
import { SILENCE, type Talk, type Unfinished } from './talk.js';

/** Who talks with which of our numbers (E.164; empty where the provider does not say). */
export interface TalkKey {
  readonly phoneFingerprint: string;
  readonly officeNumber: string;
}

/** At most so many old talks are cleared away at a time. */
const MOST_AT_ONCE = 5000;

/** Talks by text message, in the table `text_dialogue` of the service that leads them. */
export abstract class TalkRepository<Q, D extends Unfinished> {
  /** What was said so far, locked until the transaction ends: messages of one phone are taken one after the other. */
  async lock(em: EntityManager, { phoneFingerprint, officeNumber }: TalkKey, now: Date): Promise<Talk<Q, D>> {
    await em.query(
      `INSERT INTO text_dialogue (phone_fingerprint, office_number, state, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [phoneFingerprint, officeNumber, JSON.stringify(SILENCE), now],
    );
    const [row] = await em.query<{ state: Talk<Q, never> & { readonly draft: unknown } }[]>(
      'SELECT state FROM text_dialogue WHERE phone_fingerprint = $1 AND office_number = $2 FOR UPDATE',
      [phoneFingerprint, officeNumber],
    );
    if (!row) return SILENCE;
    return { ...row.state, draft: row.state.draft === null ? null : this.draftFrom(row.state.draft) };
  }

  async keep(
    em: EntityManager,
    { phoneFingerprint, officeNumber }: TalkKey,
    state: Talk<Q, D>,
    now: Date,
  ): Promise<void> {
    const stored = { ...state, draft: state.draft === null ? null : this.draftAs(state.draft) };
    await em.query(
      'UPDATE text_dialogue SET state = $3, changed_at = $4 WHERE phone_fingerprint = $1 AND office_number = $2',
      [phoneFingerprint, officeNumber, JSON.stringify(stored), now],
    );
  }

  /** Forgets talks that ended before an instant; of those that chose a language, that stays. */
  async forget(em: EntityManager, before: Date): Promise<void> {
    await em.query(
      `WITH old AS (
         SELECT phone_fingerprint, office_number FROM text_dialogue
          WHERE changed_at < $1 AND state->'chosen' = 'null' ORDER BY changed_at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED)
       DELETE FROM text_dialogue t USING old
        WHERE t.phone_fingerprint = old.phone_fingerprint AND t.office_number = old.office_number`,
      [before],
    );
    await em.query(
      `UPDATE text_dialogue SET state = state || '{"question": null, "draft": null}'
        WHERE changed_at < $1 AND (state->'question' <> 'null' OR state->'draft' <> 'null')`,
      [before],
    );
  }

  /** How a draft is stored: what nobody may read is sealed. */
  protected abstract draftAs(draft: D): unknown;
  /** A draft as it was stored by `draftAs`. */
  protected abstract draftFrom(stored: unknown): D;
}
