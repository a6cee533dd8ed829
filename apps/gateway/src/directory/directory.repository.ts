import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '@app/common/auth/actor.js';
import type { Staff, Unit } from '@app/common/contracts/requests.js';

export interface StaffRow {
  readonly id: string;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly unit_id: string;
  readonly active: boolean;
  readonly version: number;
}

/** A unit as administrators change it. */
export interface UnitRecord extends Unit {
  readonly version: number;
}

/** What of a unit changes; its code and kind stay, others go by them. */
export type UnitFacts = Pick<Unit, 'nameZh' | 'nameEn' | 'address' | 'phone'>;

/** What of an account changes; the name to sign in with stays, the ledger goes by it. */
export interface StaffFacts {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
}

/** Which accounts a page shows; null does not narrow it. */
export interface StaffFilter {
  /** Part of the sign-in name or of the person's name, whatever the case. */
  readonly q: string | null;
  readonly unitId: string | null;
  readonly role: Role | null;
  readonly active: boolean | null;
}

/** Someone who may sign in, with what is shown of them. */
export interface Account extends StaffRow {
  readonly password_hash: string;
  /** Until when the password may be exchanged for the person's own; null if it is that. */
  readonly one_time_until: Date | null;
  readonly unit_name_zh: string;
  readonly unit_name_en: string;
}

interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: Unit['kind'];
  readonly address: string;
  readonly phone: string;
  readonly active: boolean;
  readonly version: number;
}

export interface NewStaff {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
  /** See `Account.one_time_until`. */
  readonly oneTimeUntil: Date | null;
}

const STAFF_ROW = 'id, sign_in_name, display_name, roles, unit_id, active, version';

const ACCOUNT = `
  SELECT s.id, s.sign_in_name, s.display_name, s.password_hash, s.one_time_until, s.roles, s.unit_id, s.active,
         s.version, u.name_zh AS unit_name_zh, u.name_en AS unit_name_en
    FROM staff s JOIN unit u ON u.id = s.unit_id`;

@Injectable()
export class DirectoryRepository {
  /** All units, those of the hotline and of supervision first. */
  async units(em: EntityManager): Promise<UnitRecord[]> {
    const rows = await em.query<UnitRow[]>('SELECT * FROM unit ORDER BY id');
    return rows.map(unitOf);
  }

  /** A unit, locked until the transaction ends. */
  async unit(em: EntityManager, id: string, lock: 'FOR UPDATE' | 'FOR SHARE'): Promise<UnitRecord | null> {
    const rows = await em.query<UnitRow[]>(`SELECT * FROM unit WHERE id = $1 ${lock}`, [id]);
    return rows[0] ? unitOf(rows[0]) : null;
  }

  async unitByCode(em: EntityManager, code: string): Promise<Unit | null> {
    const rows = await em.query<UnitRow[]>('SELECT * FROM unit WHERE code = $1', [code]);
    return rows[0] ? unitOf(rows[0]) : null;
  }

  async setUnitActive(em: EntityManager, id: string, active: boolean): Promise<void> {
    await em.query('UPDATE unit SET active = $2, version = version + 1 WHERE id = $1', [id, active]);
  }

  async setUnitFacts(em: EntityManager, id: string, { nameZh, nameEn, address, phone }: UnitFacts): Promise<void> {
    await em.query(
      'UPDATE unit SET name_zh = $2, name_en = $3, address = $4, phone = $5, version = version + 1 WHERE id = $1',
      [id, nameZh, nameEn, address, phone],
    );
  }

  /** Whether somebody of the unit may sign in. */
  async hasActiveStaff(em: EntityManager, unitId: string): Promise<boolean> {
    const rows = await em.query<unknown[]>('SELECT 1 FROM staff WHERE unit_id = $1 AND active LIMIT 1', [unitId]);
    return rows.length > 0;
  }

  async staff(em: EntityManager, id: string): Promise<Staff | null> {
    const rows = await em.query<StaffRow[]>('SELECT * FROM staff WHERE id = $1', [id]);
    const row = rows[0];
    return row
      ? { id: row.id, name: row.display_name, roles: row.roles, unitId: row.unit_id, active: row.active }
      : null;
  }

  /** Staff by sign-in name, at most `limit`, those after `afterName`; the directory of a county is a few hundred. */
  async staffPage(
    em: EntityManager,
    { q, unitId, role, active }: StaffFilter,
    afterName: string,
    limit: number,
  ): Promise<StaffRow[]> {
    return em.query<StaffRow[]>(
      `SELECT ${STAFF_ROW} FROM staff
        WHERE sign_in_name COLLATE "C" > $1
          AND ($3::text IS NULL OR strpos(sign_in_name, lower($3)) > 0 OR strpos(lower(display_name), lower($3)) > 0)
          AND ($4::uuid IS NULL OR unit_id = $4)
          AND ($5::text IS NULL OR $5 = ANY(roles))
          AND ($6::boolean IS NULL OR active = $6)
        ORDER BY sign_in_name COLLATE "C" LIMIT $2`,
      [afterName, limit, q, unitId, role, active],
    );
  }

  async accountByName(em: EntityManager, signInName: string): Promise<Account | null> {
    const rows = await em.query<Account[]>(`${ACCOUNT} WHERE s.sign_in_name = $1`, [signInName]);
    return rows[0] ?? null;
  }

  async accountById(em: EntityManager, id: string): Promise<Account | null> {
    const rows = await em.query<Account[]>(`${ACCOUNT} WHERE s.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Adds a unit unless one with its id or code is there. @returns whether it was added */
  async addUnit(em: EntityManager, unit: Unit): Promise<boolean> {
    const added = await em.query<unknown[]>(
      `INSERT INTO unit (id, code, name_zh, name_en, kind, address, phone, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
      [unit.id, unit.code, unit.nameZh, unit.nameEn, unit.kind, unit.address, unit.phone, unit.active],
    );
    return added.length > 0;
  }

  /** Which of these sign-in names are not taken. */
  async freeNames(em: EntityManager, names: readonly string[]): Promise<ReadonlySet<string>> {
    const taken = await em.query<{ sign_in_name: string }[]>(
      'SELECT sign_in_name FROM staff WHERE sign_in_name = ANY($1)',
      [names],
    );
    const free = new Set(names);
    for (const row of taken) free.delete(row.sign_in_name);
    return free;
  }

  /** Adds someone unless one with that id or sign-in name is there. @returns whether they were added */
  async addStaff(em: EntityManager, staff: NewStaff, now: Date): Promise<boolean> {
    const { id, signInName, displayName, passwordHash, roles, unitId, oneTimeUntil } = staff;
    const added = await em.query<unknown[]>(
      `INSERT INTO staff (id, sign_in_name, display_name, password_hash, roles, unit_id, one_time_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
      [id, signInName, displayName, passwordHash, roles, unitId, oneTimeUntil, now],
    );
    return added.length > 0;
  }

  /** An account, locked until the transaction ends. */
  async lockedStaff(em: EntityManager, id: string): Promise<StaffRow | null> {
    const rows = await em.query<StaffRow[]>(`SELECT ${STAFF_ROW} FROM staff WHERE id = $1 FOR UPDATE`, [id]);
    return rows[0] ?? null;
  }

  async setStaffActive(em: EntityManager, id: string, active: boolean): Promise<void> {
    await em.query('UPDATE staff SET active = $2, version = version + 1 WHERE id = $1', [id, active]);
  }

  async setStaffFacts(em: EntityManager, id: string, { displayName, roles, unitId }: StaffFacts): Promise<void> {
    await em.query(
      'UPDATE staff SET display_name = $2, roles = $3, unit_id = $4, version = version + 1 WHERE id = $1',
      [id, displayName, roles, unitId],
    );
  }

  /** Exchanges a password for the person's own. @returns false if it is no longer the one that is exchanged */
  async exchangePassword(em: EntityManager, id: string, oldHash: string, newHash: string): Promise<boolean> {
    const [, exchanged]: [unknown, number] = await em.query(
      'UPDATE staff SET password_hash = $3, one_time_until = NULL WHERE id = $1 AND password_hash = $2',
      [id, oldHash, newHash],
    );
    return exchanged > 0;
  }

  /** @param oneTimeUntil see `Account.one_time_until` */
  async setOneTimePassword(em: EntityManager, id: string, passwordHash: string, oneTimeUntil: Date): Promise<void> {
    await em.query('UPDATE staff SET password_hash = $2, one_time_until = $3 WHERE id = $1', [
      id,
      passwordHash,
      oneTimeUntil,
    ]);
  }
}

function unitOf(row: UnitRow): UnitRecord {
  const { id, code, name_zh: nameZh, name_en: nameEn, kind, address, phone, active, version } = row;
  return { id, code, nameZh, nameEn, kind, address, phone, active, version };
}
