import { pageByKey } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SiteListQuery, SitePage } from './site.dto.js';
import { SiteRepository } from './sites.repository.js';

/** The county's network as everybody reads it. */
@Injectable()
export class Sites {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sites: SiteRepository,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list({ item, ...query }: SiteListQuery): Promise<SitePage> {
    return pageByKey(query, 'id', 'uuid', (after, limit) =>
      this.sites.list(this.dataSource.manager, { item: item ?? null, after, limit }),
    );
  }
}
