import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { pageByKey, type PageQuery } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueChanges, requireSites } from './catalogue-changes.js';
import { CodeTaken } from './catalogue.problems.js';
import type {
  CatalogueItemDto,
  CatalogueItemPage,
  ItemBody,
  ItemSitesBody,
  MaterialListBody,
  NewItemBody,
} from './item-admin.dto.js';
import { ItemRepository } from './items.repository.js';

/** What an administrator does with service items (domain.md §3). */
@Injectable()
export class ItemAdmin {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly items: ItemRepository,
    private readonly changes: CatalogueChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: PageQuery): Promise<CatalogueItemPage> {
    return pageByKey(query, 'code', 'string', (after, limit) => this.items.all(this.dataSource.manager, after, limit));
  }

  /** @throws NotFound */
  detail(code: string): Promise<CatalogueItemDto> {
    return this.read(this.dataSource.manager, code);
  }

  /** @throws CodeTaken (409), StillRunning (409), KeyReused (422) */
  create(actor: StaffActor, body: NewItemBody, idempotency: IdempotencyContext): Promise<CatalogueItemDto> {
    return this.idempotency.once(idempotency, async (em) => {
      const { code, materials } = body;
      if (!(await this.items.insert(em, body))) throw new CodeTaken({ code });
      await this.items.issueMaterials(em, code, materials, this.clock.now());
      await this.changes.note(em, { actor, type: 'service-item', id: code, action: 'created' }, []);
      return this.read(em, code);
    });
  }

  /** @throws NotFound, StaleVersion (412) */
  change(actor: StaffActor, code: string, version: number, body: ItemBody): Promise<CatalogueItemDto> {
    return this.changes.alter(
      { actor, type: 'service-item', id: code, action: 'changed', detail: { ...body } },
      version,
      async (em) => {
        await this.items.update(em, code, body);
        return this.items.sitesOf(em, code);
      },
      (em) => this.read(em, code),
    );
  }

  /**
   * Issues a new list of what to bring (一次性告知书); those issued before stay as they are, and bookings keep theirs.
   * @throws NotFound, StaleVersion (412)
   */
  issueMaterials(
    actor: StaffActor,
    code: string,
    version: number,
    { materials }: MaterialListBody,
  ): Promise<CatalogueItemDto> {
    return this.changes.alter(
      { actor, type: 'service-item', id: code, action: 'materials-issued' },
      version,
      async (em) => {
        await this.items.issueMaterials(em, code, materials, this.clock.now());
        return this.items.sitesOf(em, code);
      },
      (em) => this.read(em, code),
    );
  }

  /**
   * Says which sites offer the item from now on, and by which channels it is booked.
   * @throws NotFound, StaleVersion (412), RuleBroken (422) `unknown-site`
   */
  offer(actor: StaffActor, code: string, version: number, { sites }: ItemSitesBody): Promise<CatalogueItemDto> {
    return this.changes.alter(
      { actor, type: 'service-item', id: code, action: 'sites-changed', detail: { sites } },
      version,
      async (em) => {
        const siteIds = sites.map(({ siteId }) => siteId);
        await requireSites(em, siteIds);
        const before = await this.items.sitesOf(em, code);
        await this.items.replaceSites(em, code, sites);
        return [...before, ...siteIds];
      },
      (em) => this.read(em, code),
    );
  }

  private async read(em: EntityManager, code: string): Promise<CatalogueItemDto> {
    const item = await this.items.findAny(em, code);
    if (!item) throw new NotFound();
    return item;
  }
}
