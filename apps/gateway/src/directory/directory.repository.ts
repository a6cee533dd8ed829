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
}

/** Someone who may sign in, with what is shown of them. */
export interface Account extends StaffRow {
  readonly password_hash: string;
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
}

export interface NewStaff {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
}

const ACCOUNT = `
  SELECT s.id, s.sign_in_name, s.display_name, s.password_hash, s.roles, s.unit_id, s.active,
         u.name_zh AS unit_name_zh, u.name_en AS unit_name_en
    FROM staff s JOIN unit u ON u.id = s.unit_id`;

@Injectable()
export class DirectoryRepository {
  /** All units, those of the hotline and of supervision first. */
  async units(em: EntityManager): Promise<Unit[]> {
    const rows = await em.query<UnitRow[]>('SELECT * FROM unit ORDER BY id');
    return rows.map(({ id, code, name_zh: nameZh, name_en: nameEn, kind, address, phone }) => {
      return { id, code, nameZh, nameEn, kind, address, phone };
    });
  }

  async staff(em: EntityManager, id: string): Promise<Staff | null> {
    const rows = await em.query<StaffRow[]>('SELECT * FROM staff WHERE id = $1', [id]);
    const row = rows[0];
    return row
      ? { id: row.id, name: row.display_name, roles: row.roles, unitId: row.unit_id, active: row.active }
      : null;
  }

  /** Staff by sign-in name, at most `limit`, those after `afterName`. */
  async staffPage(em: EntityManager, afterName: string, limit: number): Promise<StaffRow[]> {
    return em.query<StaffRow[]>(
      `SELECT id, sign_in_name, display_name, roles, unit_id, active FROM staff
        WHERE sign_in_name COLLATE "C" > $1 ORDER BY sign_in_name COLLATE "C" LIMIT $2`,
      [afterName, limit],
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

  /** Adds a unit unless one with its id is there. */
  async addUnit(em: EntityManager, unit: Unit): Promise<void> {
    await em.query('INSERT INTO unit VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING', [
      unit.id,
      unit.code,
      unit.nameZh,
      unit.nameEn,
      unit.kind,
      unit.address,
      unit.phone,
    ]);
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

  /** Adds someone unless one with that id or sign-in name is there. */
  async addStaff(em: EntityManager, staff: NewStaff, now: Date): Promise<void> {
    await em.query(
      `INSERT INTO staff (id, sign_in_name, display_name, password_hash, roles, unit_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [staff.id, staff.signInName, staff.displayName, staff.passwordHash, staff.roles, staff.unitId, now],
    );
  }
}
