import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from './zone.js';

/** A year's published arrangement as an administrator has brought it in; its days in order. */
export interface BroughtInYear {
  readonly year: number;
  /** Days off, make-up leave (调休) included. */
  readonly holidays: readonly Day[];
  /** Weekend days that are worked in exchange (调休上班). */
  readonly makeUpDays: readonly Day[];
  /** The number (文号) of the notice that publishes it. */
  readonly source: string;
  readonly broughtInAt: Date;
}

// As JSON: the driver would read a date[] in the time zone of the process.
const BROUGHT_IN = `
  SELECT year, to_json(holidays) AS holidays, to_json(make_up_days) AS "makeUpDays", source,
         brought_in_at AS "broughtInAt"
    FROM calendar_year ORDER BY year`;

/** A service's own copy of the years brought in (domain.md §5); the hotline's is the first. One row a year. */
@Injectable()
export class BroughtInYears {
  /** Keeps a year, in place of what was brought in for it before; never an older word in place of a newer one. */
  async keep(em: EntityManager, { year, holidays, makeUpDays, source, broughtInAt }: BroughtInYear): Promise<void> {
    await em.query(
      `INSERT INTO calendar_year AS known (year, holidays, make_up_days, source, brought_in_at)
       VALUES ($1, $2::date[], $3::date[], $4, $5)
       ON CONFLICT (year) DO UPDATE
         SET holidays = excluded.holidays, make_up_days = excluded.make_up_days, source = excluded.source,
             brought_in_at = excluded.brought_in_at
       WHERE known.brought_in_at <= excluded.brought_in_at`,
      [year, holidays, makeUpDays, source, broughtInAt],
    );
  }

  all(em: EntityManager): Promise<BroughtInYear[]> {
    return broughtInYears(em);
  }
}

/** All of them, by year. */
export function broughtInYears(em: EntityManager): Promise<BroughtInYear[]> {
  return em.query<BroughtInYear[]>(BROUGHT_IN);
}
