import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SlotFinder } from '../slots/slot-finder.js';
import type { FreeSlot } from '../slots/slot.js';
import { SlotTaken, type Alternative } from './booking.errors.js';
import type { PlaceQuestion } from './booking-places.js';
import { SharedAnswers } from './shared-answers.js';

/** How many free times are offered in place of one that is taken. */
const ALTERNATIVES = 3;

/** Finds what to offer to whoever was too late. */
@Injectable()
export class SlotAlternatives {
  /** Whoever loses the race for a slot does so with many others. */
  private readonly shared = new SharedAnswers<FreeSlot[]>();

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
    const near = em
      ? await this.near(em, question, now)
      : await this.shared.answer(JSON.stringify(question), () => this.near(this.dataSource.manager, question, now));
    return new SlotTaken({ alternatives: near.map(alternative) });
  }

  private near(em: EntityManager, question: PlaceQuestion, now: Date): Promise<FreeSlot[]> {
    const day = question.startAt.toISOString().slice(0, 10);
    return this.slots.near(em, { ...question, fromDay: day, toDay: day }, now, ALTERNATIVES);
  }
}

function alternative({ siteId, startAt, endAt, session, placesLeft }: FreeSlot): Alternative {
  return { siteId, startAt: startAt.toISOString(), endAt: endAt.toISOString(), session, placesLeft };
}
