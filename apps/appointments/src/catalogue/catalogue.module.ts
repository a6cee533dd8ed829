import { Module } from '@nestjs/common';
import { ClosedBookingsModule } from '../bookings/closed-bookings.module.js';
import { ScheduleNewsModule } from '../schedule/schedule-news.module.js';
import { PostController } from '../sites/post.controller.js';
import { Posts } from '../sites/posts.service.js';
import { SiteAdminController } from '../sites/site-admin.controller.js';
import { SiteAdmin } from '../sites/site-admin.service.js';
import { SiteController } from '../sites/site.controller.js';
import { SiteRepository } from '../sites/sites.repository.js';
import { Sites } from '../sites/sites.service.js';
import { WindowController } from '../sites/window.controller.js';
import { WindowRepository } from '../sites/windows.repository.js';
import { Windows } from '../sites/windows.service.js';
import { BookedTimes } from './booked-times.js';
import { CatalogueChanges } from './catalogue-changes.js';
import { ItemAdminController } from './item-admin.controller.js';
import { ItemAdmin } from './item-admin.service.js';
import { ItemController } from './item.controller.js';
import { ItemRepository } from './items.repository.js';
import { Items } from './items.service.js';

/** What can be booked, and where: items, sites, windows, posts. */
@Module({
  imports: [ClosedBookingsModule, ScheduleNewsModule],
  controllers: [
    ItemController,
    ItemAdminController,
    SiteController,
    SiteAdminController,
    WindowController,
    PostController,
  ],
  providers: [
    CatalogueChanges,
    BookedTimes,
    ItemRepository,
    Items,
    ItemAdmin,
    SiteRepository,
    Sites,
    SiteAdmin,
    WindowRepository,
    Windows,
    Posts,
  ],
  exports: [CatalogueChanges, ItemRepository, SiteRepository],
})
export class CatalogueModule {}
