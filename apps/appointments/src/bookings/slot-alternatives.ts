import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SlotFinder } from '../slots/slot-finder.js';
import type { FreeSlot } from '../slots/slot.js';
import { SlotTaken, type Alternative } from './booking.errors.js';
import type { PlaceQuestion } from './booking-places.js';

/** How many free times are offered in place of one that is taken. */
const ALTERNATIVES = 3;

/** Finds what to offer to whoever was too late. */
@Injectable()
export class SlotAlternatives {
  constructor(
    private readonly dataSource: DataSource,
    private readonly slots: SlotFinder,
  ) {}

  /**
   * The refusal of a time that is taken, with the nearest that are not.
   * @param em the transaction that was refused; it has a connection already, and many that wait for a second one at
   *   once would wait for each other
   */
  async slotTaken(em: EntityManager | null, question: PlaceQuestion, now: Date): Promise<SlotTaken> {
    const { itemCode, siteId, startAt, people, green, homeVisit } = question;
    const day = startAt.toISOString().slice(0, 10);
    const wanted = { itemCode, siteId, startAt, people, green, homeVisit, fromDay: day, toDay: day };
    const near = await this.slots.near(em ?? this.dataSource.manager, wanted, now, ALTERNATIVES);
    return new SlotTaken({ alternatives: near.map(alternative) });
  }
}

function alternative({ siteId, startAt, endAt, session, placesLeft }: FreeSlot): Alternative {
  return { siteId, startAt: startAt.toISOString(), endAt: endAt.toISOString(), session, placesLeft };
}
