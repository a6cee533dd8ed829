import { ServiceUnavailable } from '@app/common/http/problem.js';
import { UnitListRequest, type Unit } from '@app/common/contracts/requests.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const REFRESH_MS = 60_000;
const RETRY_MS = 2_000;

export interface UnitName {
  readonly nameZh: string;
  readonly nameEn: string;
}

const UNNAMED: UnitName = { nameZh: '承办单位', nameEn: 'the unit in charge' };

type KnownUnit = Pick<Unit, 'id' | 'nameZh' | 'nameEn' | 'kind' | 'active'>;

/**
 * The names of the county's units as the directory last told them, kept in the database too: a letter can be written
 * while the directory is away.
 */
@Injectable()
export class UnitNames implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(UnitNames.name);
  private units = new Map<string, KnownUnit>();
  private next: NodeJS.Timeout | undefined;
  private refreshing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: RequestClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const rows = await this.dataSource.query<KnownUnit[]>(
      'SELECT id, name_zh AS "nameZh", name_en AS "nameEn", kind, active FROM known_unit',
    );
    this.keep(rows);
    this.refreshIn(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.next);
    await this.refreshing;
  }

  /** What the unit is called; a general word where the directory has never been heard. */
  nameOf(unitId: string): UnitName {
    return this.units.get(unitId) ?? UNNAMED;
  }

  /** Whether a unit of this id handles requests, and is in use. */
  handlesRequests(unitId: string): boolean {
    const unit = this.units.get(unitId);
    return unit?.kind === 'unit' && unit.active;
  }

  private refreshIn(ms: number): void {
    if (this.stopped) return;
    this.next = setTimeout(() => {
      this.refreshing = this.refresh();
    }, ms);
    this.next.unref();
  }

  private async refresh(): Promise<void> {
    try {
      const { units } = await this.requests.ask(UnitListRequest, {});
      await this.dataSource.query(
        `INSERT INTO known_unit (id, name_zh, name_en, kind, active)
         SELECT id, "nameZh", "nameEn", kind, active
           FROM jsonb_to_recordset($1::jsonb)
             AS u(id uuid, "nameZh" text, "nameEn" text, kind text, active boolean)
         ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
           active = excluded.active`,
        [JSON.stringify(units)],
      );
      this.keep(units);
      // A directory that is only just being filled answers with nothing yet.
      this.refreshIn(units.length > 0 ? REFRESH_MS : RETRY_MS);
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) this.logger.warn(`unit names are not refreshed: ${String(error)}`);
      this.refreshIn(RETRY_MS);
    }
  }

  private keep(units: readonly KnownUnit[]): void {
    this.units = new Map(units.map((unit) => [unit.id, unit]));
  }
}
