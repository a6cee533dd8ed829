import { NotFound, WrongState } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ContactRequest } from './contact-request.js';
import {
  contactRequestMayGo,
  contactRequestStatesBefore,
  type ContactRequestState,
} from './domain/contact-request-state.js';

/** What of a request is written when it comes in. */
export type NewContactRequest = Pick<
  ContactRequest,
  | 'id'
  | 'code'
  | 'kind'
  | 'state'
  | 'channel'
  | 'language'
  | 'itemCode'
  | 'siteId'
  | 'wishFrom'
  | 'wishTo'
  | 'note'
  | 'sealedName'
  | 'sealedPhone'
  | 'receivesText'
  | 'requestedAt'
  | 'nearAt'
  | 'contactDueAt'
  | 'points'
> & { readonly phoneFingerprint: string };

/** Columns a step may change besides the state. */
export type ContactRequestChanges = Partial<
  Pick<
    ContactRequest,
    | 'siteId'
    | 'wishFrom'
    | 'wishTo'
    | 'pointsDone'
    | 'card'
    | 'tier'
    | 'contactedAt'
    | 'agreedStartAt'
    | 'agreedEndAt'
    | 'officerId'
    | 'endedAt'
    | 'reason'
  >
>;

const CHANGEABLE = {
  siteId: 'site_id',
  wishFrom: 'wish_from',
  wishTo: 'wish_to',
  pointsDone: 'points_done',
  card: 'card',
  tier: 'tier',
  contactedAt: 'contacted_at',
  agreedStartAt: 'agreed_start_at',
  agreedEndAt: 'agreed_end_at',
  officerId: 'officer_id',
  endedAt: 'ended_at',
  reason: 'reason',
} as const satisfies Record<keyof ContactRequestChanges, string>;

const READ = `
  SELECT r.id, r.code, r.kind, r.state, r.channel, r.language, r.item_code AS "itemCode", i.name_zh AS "itemNameZh",
         i.name_en AS "itemNameEn", r.site_id AS "siteId", s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn",
         s.address AS "siteAddress", r.wish_from AS "wishFrom", r.wish_to AS "wishTo", r.note,
         r.sealed_name AS "sealedName", r.sealed_phone AS "sealedPhone", r.receives_text AS "receivesText",
         r.requested_at AS "requestedAt", r.near_at AS "nearAt", r.contact_due_at AS "contactDueAt", r.points,
         r.points_done AS "pointsDone", r.card, r.tier, r.contacted_at AS "contactedAt",
         r.agreed_start_at AS "agreedStartAt", r.agreed_end_at AS "agreedEndAt", r.officer_id AS "officerId",
         o.name AS "officerName", r.ended_at AS "endedAt", r.reason, r.version
    FROM contact_request r LEFT JOIN service_item i ON i.code = r.item_code LEFT JOIN site s ON s.id = r.site_id
    LEFT JOIN officer o ON o.id = r.officer_id`;

/** Open ones have an index of their own, in this order. */
const OPEN = `r.state IN ('requested', 'contacted', 'agreed', 'arranged')`;

/** Requests to be contacted, in the database. */
@Injectable()
export class ContactRequestRepository {
  /** @returns false where the phone has an open request of the kind for the item already */
  async insert(em: EntityManager, request: NewContactRequest): Promise<boolean> {
    const written: unknown[] = await em.query(
      `INSERT INTO contact_request (id, code, kind, state, channel, language, item_code, site_id, wish_from, wish_to, note,
         sealed_name, sealed_phone, phone_fingerprint, receives_text, requested_at, near_at, contact_due_at, points)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
       ON CONFLICT (phone_fingerprint, kind, item_code)
         WHERE state IN ('requested', 'contacted', 'agreed', 'arranged') DO NOTHING
       RETURNING id`,
      [
        request.id,
        request.code,
        request.kind,
        request.state,
        request.channel,
        request.language,
        request.itemCode,
        request.siteId,
        request.wishFrom,
        request.wishTo,
        request.note,
        request.sealedName,
        request.sealedPhone,
        request.phoneFingerprint,
        request.receivesText,
        request.requestedAt,
        request.nearAt,
        request.contactDueAt,
        JSON.stringify(request.points),
      ],
    );
    return written.length > 0;
  }

  /** The open request of a phone and kind for an item. */
  async openOf(
    em: EntityManager,
    { phoneFingerprint, kind, itemCode }: Pick<NewContactRequest, 'phoneFingerprint' | 'kind' | 'itemCode'>,
  ): Promise<ContactRequest | null> {
    const [request] = await em.query<ContactRequest[]>(
      `${READ} WHERE r.phone_fingerprint = $1 AND r.kind = $2 AND r.item_code IS NOT DISTINCT FROM $3 AND ${OPEN}`,
      [phoneFingerprint, kind, itemCode],
    );
    return request ?? null;
  }

  async byCode(em: EntityManager, code: string): Promise<ContactRequest | null> {
    const [request] = await em.query<ContactRequest[]>(`${READ} WHERE r.code = $1`, [code]);
    return request ?? null;
  }

  /** @throws NotFound */
  async read(em: EntityManager, id: string): Promise<ContactRequest> {
    const [request] = await em.query<ContactRequest[]>(`${READ} WHERE r.id = $1`, [id]);
    if (!request) throw new NotFound();
    return request;
  }

  /**
   * Reads a request and keeps others from changing it until the transaction ends.
   * @throws NotFound
   */
  async lock(em: EntityManager, id: string): Promise<ContactRequest> {
    await em.query('SELECT 1 FROM contact_request WHERE id = $1 FOR UPDATE', [id]);
    return this.read(em, id);
  }

  /**
   * One more than `limit` requests, the one to be contacted first at the top.
   * @param filter.state null: all that are open
   */
  list(
    em: EntityManager,
    filter: { state: ContactRequestState | null; siteId: string | null },
    { after, limit }: { after: { dueAt: Date; id: string } | null; limit: number },
  ): Promise<ContactRequest[]> {
    const wanted = filter.state === null ? OPEN : 'r.state = $5';
    const values = [filter.siteId, after?.dueAt ?? null, after?.id ?? null, limit + 1];
    return em.query(
      `${READ} WHERE ${wanted} AND ($1::uuid IS NULL OR r.site_id = $1)
         AND ($2::timestamptz IS NULL OR (r.contact_due_at, r.id) > ($2, $3::uuid))
        ORDER BY r.contact_due_at, r.id LIMIT $4`,
      filter.state === null ? values : [...values, filter.state],
    );
  }

  /**
   * Moves a locked request one step.
   * @throws WrongState (409) if its state does not lead there
   */
  async move(
    em: EntityManager,
    request: ContactRequest,
    to: ContactRequestState,
    changes: ContactRequestChanges = {},
  ): Promise<void> {
    if (!contactRequestMayGo(request.state, to)) {
      throw new WrongState({ state: request.state, allowed: contactRequestStatesBefore(to) });
    }
    await this.write(em, request.id, changes, to);
  }

  /** Changes a locked request without moving it. */
  async change(em: EntityManager, id: string, changes: ContactRequestChanges): Promise<void> {
    await this.write(em, id, changes);
  }

  private async write(
    em: EntityManager,
    id: string,
    changes: ContactRequestChanges,
    state?: ContactRequestState,
  ): Promise<void> {
    const names = Object.keys(changes) as (keyof ContactRequestChanges)[];
    const sets = names.map((name, i) => `${CHANGEABLE[name]} = $${i + 2}`);
    const values: unknown[] = names.map((name) => changes[name]);
    if (state !== undefined) {
      sets.push(`state = $${values.length + 2}`);
      values.push(state);
    }
    await em.query(`UPDATE contact_request SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = $1`, [
      id,
      ...values,
    ]);
  }

  /** What keeps an officer from being on duty at a time for a request: null where nothing does. */
  async officerHindrance(
    em: EntityManager,
    officerId: string,
    request: { id: string; siteId: string; day: string; startAt: Date; endAt: Date },
  ): Promise<'unknown' | 'elsewhere' | 'absent' | 'taken' | null> {
    // Locked first: what another transaction has just arranged for the officer has to be seen below.
    await em.query('SELECT 1 FROM officer WHERE id = $1 FOR NO KEY UPDATE', [officerId]);
    const [officer] = await em.query<{ here: boolean; absent: boolean; taken: boolean }[]>(
      `SELECT o.site_id = $2 AS here,
              EXISTS (SELECT 1 FROM absence a WHERE a.officer_id = o.id AND $3 BETWEEN a.from_day AND a.to_day) AS absent,
              EXISTS (SELECT 1 FROM contact_request r WHERE r.officer_id = o.id AND r.state = 'arranged' AND r.id <> $6
                         AND r.agreed_start_at < $5 AND r.agreed_end_at > $4) AS taken
         FROM officer o WHERE o.id = $1 AND o.active`,
      [officerId, request.siteId, request.day, request.startAt, request.endAt, request.id],
    );
    if (!officer) return 'unknown';
    if (!officer.here) return 'elsewhere';
    if (officer.absent) return 'absent';
    return officer.taken ? 'taken' : null;
  }

  /** What of an item and a site is not there or does not go together: null where all is well. */
  async offerFault(
    em: EntityManager,
    itemCode: string | null,
    siteId: string | null,
  ): Promise<'no-such-item' | 'no-such-site' | 'not-done-at-site' | null> {
    const [found] = await em.query<{ item: boolean; site: boolean; offered: boolean }[]>(
      `SELECT $1::text IS NULL OR EXISTS (SELECT 1 FROM service_item WHERE code = $1 AND active) AS item,
              $2::uuid IS NULL OR EXISTS (SELECT 1 FROM site WHERE id = $2 AND active) AS site,
              $1::text IS NULL OR $2::uuid IS NULL
                OR EXISTS (SELECT 1 FROM site_item WHERE item_code = $1 AND site_id = $2) AS offered`,
      [itemCode, siteId],
    );
    if (!found?.item) return 'no-such-item';
    if (!found.site) return 'no-such-site';
    return found.offered ? null : 'not-done-at-site';
  }
}
