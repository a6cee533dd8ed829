import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { HotlineSettings } from '../hotline.settings.js';
import type { ServiceItemDto } from './service-item.dto.js';
import { ServiceItem } from './service-item.entity.js';

const REMEMBERED_MS = 10_000;

/** The catalogue of service items. Small and read at every registration: remembered for ten seconds. */
@Injectable()
export class ServiceItems {
  private items: ReadonlyMap<string, ServiceItem> = new Map();
  private readAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: HotlineSettings,
  ) {}

  /** All items by code, for whoever chooses one. */
  async list(): Promise<ServiceItemDto[]> {
    return [...(await this.all()).values()].map(serviceItemDto);
  }

  /** @returns undefined when there is no such item */
  async find(code: string | null): Promise<ServiceItem | undefined> {
    return code === null ? undefined : (await this.all()).get(code);
  }

  /**
   * The item somebody has chosen.
   * @throws RuleBroken (422) `unknown-service-item`
   */
  async require(code: string): Promise<ServiceItem> {
    const item = (await this.all()).get(code);
    if (!item) throw new RuleBroken('unknown-service-item', { serviceItemCode: code });
    return item;
  }

  /** Working days from dispatch to reply: the item's own limit, or the kind's. */
  async replyLimitDays(ticket: { serviceItemCode: string | null; kind: RequestKind }): Promise<number> {
    const item = await this.find(ticket.serviceItemCode);
    return item?.replyLimitDays ?? this.settings.replyDays[ticket.kind];
  }

  /** Forgets what is remembered, after the catalogue has changed. */
  forget(): void {
    this.readAt = -Infinity;
  }

  private async all(): Promise<ReadonlyMap<string, ServiceItem>> {
    if (performance.now() - this.readAt > REMEMBERED_MS) {
      const rows = await this.dataSource.manager.find(ServiceItem, { order: { code: 'ASC' } });
      this.items = new Map(rows.map((row) => [row.code, row]));
      this.readAt = performance.now();
    }
    return this.items;
  }
}

export function serviceItemDto(item: ServiceItem): ServiceItemDto {
  const { code, nameZh, nameEn, kind, replyLimitDays, leadUnitId } = item;
  return { code, nameZh, nameEn, kind, replyLimitDays, leadUnitId };
}
