import type { StaffActor } from '@app/common/auth/actor.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { pageByKey, type PageQuery } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BookedTimes } from '../catalogue/booked-times.js';
import { CatalogueChanges } from '../catalogue/catalogue-changes.js';
import type { CatalogueSitePage, CatalogueSiteRow, SiteBody } from './site.dto.js';
import { SiteRepository } from './sites.repository.js';

/** What an administrator does with sites. */
@Injectable()
export class SiteAdmin {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly sites: SiteRepository,
    private readonly changes: CatalogueChanges,
    private readonly booked: BookedTimes,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: PageQuery): Promise<CatalogueSitePage> {
    return pageByKey(query, 'id', 'uuid', (after, limit) => this.sites.all(this.dataSource.manager, after, limit));
  }

  /** @throws StillRunning (409), KeyReused (422) */
  create(actor: StaffActor, body: SiteBody, idempotency: IdempotencyContext): Promise<CatalogueSiteRow> {
    return this.idempotency.once(idempotency, async (em) => {
      const id = newId();
      await this.sites.insert(em, id, body);
      await this.changes.note(em, { actor, type: 'site', id, action: 'created' }, [id]);
      return this.read(em, id);
    });
  }

  /**
   * Citizens who have booked at a site that is taken out of use are told.
   * @throws NotFound, StaleVersion (412)
   */
  change(actor: StaffActor, id: string, version: number, body: SiteBody): Promise<CatalogueSiteRow> {
    return this.changes.alter(
      { actor, type: 'site', id, action: 'changed', detail: { ...body } },
      version,
      async (em) => {
        const about = { siteId: id, actor, reason: 'site changed' };
        await this.booked.during(em, about, () => this.sites.update(em, id, body));
        return [id];
      },
      (em) => this.read(em, id),
    );
  }

  private async read(em: EntityManager, id: string): Promise<CatalogueSiteRow> {
    const site = await this.sites.find(em, id);
    if (!site) throw new NotFound();
    return site;
  }
}
