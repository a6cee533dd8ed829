import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { NotFound, RuleBroken, StaleVersion } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ScheduleNews } from '../schedule/schedule-news.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';

/** What the office keeps about itself: tables with a version, by what the ledger calls them. */
const KEPT = {
  'service-item': { table: 'service_item', key: 'code' },
  site: { table: 'site', key: 'id' },
  window: { table: 'service_window', key: 'id' },
  post: { table: 'post', key: 'id' },
  volunteer: { table: 'volunteer', key: 'id' },
} as const;
export type Kept = keyof typeof KEPT;

/** An act on something kept. */
export interface CatalogueAct {
  readonly actor: StaffActor;
  readonly type: Kept;
  readonly id: string;
  /** In the words of the ledger: `changed`, `pattern-changed`, … */
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The one way in which catalogue and network are changed: under lock, into the ledger, and the schedule told. */
@Injectable()
export class CatalogueChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what somebody has read as `version`; its version rises by one.
   * @param work makes the change and gives the sites whose bookable times it may touch
   * @returns what `answer` gives after the change
   * @throws NotFound, StaleVersion (412)
   */
  async alter<T>(
    act: CatalogueAct,
    version: number,
    work: (em: EntityManager) => Promise<readonly string[]>,
    answer: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { table, key } = KEPT[act.type];
    return this.dataSource.transaction(async (em) => {
      const [found] = await em.query<{ version: number }[]>(
        `SELECT version FROM ${table} WHERE ${key} = $1 FOR NO KEY UPDATE`,
        [act.id],
      );
      if (!found) throw new NotFound();
      if (found.version !== version) throw new StaleVersion({ current: found.version });
      const siteIds = await work(em);
      await em.query(`UPDATE ${table} SET version = version + 1 WHERE ${key} = $1`, [act.id]);
      await this.note(em, act, siteIds);
      return answer(em);
    });
  }

  /** Enters a change in the ledger and raises the stamps of the sites whose bookable times it may touch. */
  async note(em: EntityManager, act: CatalogueAct, siteIds: readonly string[]): Promise<void> {
    const { actor, type, id, action, detail = {} } = act;
    const entry = { itemType: type, itemId: id, action, actor, at: this.clock.now(), detail };
    await this.ledger.write(em, entry);
    if (siteIds.length === 0) return;
    await raiseStamp(em, ...siteIds);
    this.news.tell(em, ...siteIds);
  }
}

/** @throws RuleBroken (422) `unknown-site` naming those that do not exist */
export async function requireSites(em: EntityManager, ids: readonly string[]): Promise<void> {
  const found = await em.query<{ id: string }[]>('SELECT id FROM site WHERE id = ANY ($1)', [ids]);
  requireAll('unknown-site', ids, new Set(found.map(({ id }) => id)));
}

/** @throws RuleBroken (422) `unknown-item` naming those that do not exist */
export async function requireItems(em: EntityManager, codes: readonly string[]): Promise<void> {
  const found = await em.query<{ code: string }[]>('SELECT code FROM service_item WHERE code = ANY ($1)', [codes]);
  requireAll('unknown-item', codes, new Set(found.map(({ code }) => code)));
}

function requireAll(rule: string, wanted: readonly string[], found: ReadonlySet<string>): void {
  const missing = wanted.filter((one) => !found.has(one));
  if (missing.length > 0) throw new RuleBroken(rule, { missing });
}
