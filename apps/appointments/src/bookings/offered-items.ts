import { RuleBroken } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What the catalogue allows of items that are booked already. */
@Injectable()
export class OfferedItems {
  /** @throws RuleBroken `no-representative` where the item has to be done in person */
  async requireRepresentative(em: EntityManager, itemCode: string): Promise<void> {
    const rows = await em.query<unknown[]>('SELECT 1 FROM service_item WHERE code = $1 AND representative', [itemCode]);
    if (rows.length === 0) throw new RuleBroken('no-representative');
  }
}
