import { pageByKey } from '@app/common/http/page.js';
import { NotFound } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ItemDto, ItemListQuery, ItemPage } from './item.dto.js';
import { ItemRepository } from './items.repository.js';

/** The catalogue as everybody reads it. */
@Injectable()
export class Items {
  constructor(
    private readonly dataSource: DataSource,
    private readonly items: ItemRepository,
  ) {}

  /** @throws Malformed (400) if `after` is not a cursor of this list */
  list(query: ItemListQuery): Promise<ItemPage> {
    return pageByKey(query, 'code', 'string', (after, limit) => this.items.list(this.dataSource.manager, after, limit));
  }

  /** @throws NotFound */
  async detail(code: string): Promise<ItemDto> {
    const item = await this.items.find(this.dataSource.manager, code);
    if (!item) throw new NotFound();
    return item;
  }
}
