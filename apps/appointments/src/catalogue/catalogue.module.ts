import { Module } from '@nestjs/common';
import { SiteController } from '../sites/site.controller.js';
import { SiteRepository } from '../sites/sites.repository.js';
import { Sites } from '../sites/sites.service.js';
import { ItemController } from './item.controller.js';
import { ItemRepository } from './items.repository.js';
import { Items } from './items.service.js';

/** What can be booked, and where. */
@Module({
  controllers: [ItemController, SiteController],
  providers: [ItemRepository, Items, SiteRepository, Sites],
  exports: [ItemRepository, SiteRepository],
})
export class CatalogueModule {}
