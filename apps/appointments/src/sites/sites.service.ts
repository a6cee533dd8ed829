import { decodeCursor, toPage } from '@app/common/http/page.js';
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
  async list({ item, after, limit }: SiteListQuery): Promise<SitePage> {
    const [id] = decodeCursor(after, ['uuid']) ?? [null];
    const rows = await this.sites.list(this.dataSource.manager, {
      item: item ?? null,
      after: id === null ? null : String(id),
      limit,
    });
    const page = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
    return { items: [...page.items], next: page.next };
  }
}
