import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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

  /** The refusal of a time that is taken, with the nearest that are not. */
  async slotTaken(question: PlaceQuestion, now: Date): Promise<SlotTaken> {
    const { itemCode, siteId, startAt, people, green, homeVisit } = question;
    const day = startAt.toISOString().slice(0, 10);
    const wanted = { itemCode, siteId, startAt, people, green, homeVisit, fromDay: day, toDay: day };
    const near = await this.slots.near(this.dataSource.manager, wanted, now, ALTERNATIVES);
    return new SlotTaken({ alternatives: near.map(alternative) });
  }
}

function alternative({ siteId, startAt, endAt, session, placesLeft }: FreeSlot): Alternative {
  return { siteId, startAt: startAt.toISOString(), endAt: endAt.toISOString(), session, placesLeft };
}
