import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoomListQuery } from './room.dto.js';

/** A room with its site. */
export interface RoomWithSite {
  readonly id: string;
  readonly siteId: string;
  readonly siteNameZh: string;
  readonly siteNameEn: string;
  readonly unitId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Of the building, then where in it. */
  readonly address: string;
  readonly seats: number;
}

const WITH_SITE = `
  SELECT r.id, r.site_id AS "siteId", s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn", r.unit_id AS "unitId",
         r.name_zh AS "nameZh", r.name_en AS "nameEn", s.address || r.place AS address, r.seats
    FROM room r JOIN site s ON s.id = r.site_id`;

@Injectable()
export class RoomRepository {
  async find(em: EntityManager, id: string): Promise<RoomWithSite | null> {
    const [room] = await em.query<RoomWithSite[]>(`${WITH_SITE} WHERE r.id = $1`, [id]);
    return room ?? null;
  }

  /** The room, in use or not, locked until the transaction ends. */
  async lock(em: EntityManager, id: string): Promise<RoomWithSite | null> {
    const [room] = await em.query<RoomWithSite[]>(`${WITH_SITE} WHERE r.id = $1 FOR NO KEY UPDATE OF r`, [id]);
    return room ?? null;
  }

  /** A room that can be booked, locked until the transaction ends. */
  async lockInUse(em: EntityManager, id: string): Promise<RoomWithSite | null> {
    const text = `${WITH_SITE} WHERE r.active AND r.id = $1 FOR NO KEY UPDATE OF r`;
    const [room] = await em.query<RoomWithSite[]>(text, [id]);
    return room ?? null;
  }

  all(em: EntityManager): Promise<RoomWithSite[]> {
    return em.query(`${WITH_SITE} WHERE r.active ORDER BY r.id`);
  }

  /** One more than `limit` rooms, by id. */
  list(em: EntityManager, query: RoomListQuery): Promise<RoomWithSite[]> {
    const [after] = decodeCursor(query.after, ['uuid']) ?? [null];
    return em.query(
      `${WITH_SITE} WHERE r.active AND ($1::uuid IS NULL OR r.unit_id = $1) AND ($2::uuid IS NULL OR r.id > $2) ORDER BY r.id LIMIT $3`,
      [query.unitId ?? null, after, query.limit + 1],
    );
  }
}
