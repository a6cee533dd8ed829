import type { Answers, Draft } from './draft.js';

/** What free times are asked for: the item, and the answers they depend on. */
export interface SlotQuestion extends Omit<Answers, 'represented'> {
  item: string;
}

export const questionOf = (draft: Draft, itemCode: string): SlotQuestion => ({
  item: itemCode,
  people: draft.people,
  green: draft.green,
  homeVisit: draft.homeVisit,
});
