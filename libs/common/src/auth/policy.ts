import { Forbidden, NotFound } from '../http/problem.js';
import type { Actor } from './actor.js';

/** May they: yes, no, or yes with what they may not see left out. */
export type Verdict = 'yes' | 'no' | 'redact';

/**
 * The rule of an aggregate about who may do what with an item: pure, one per aggregate, asked by its service.
 * `ticketPolicy(actor, 'dispatch', ticket)`.
 */
export type Policy<Action extends string, Item> = (who: Actor, what: Action, item: Item) => Verdict;

/**
 * Goes on only if the policy allows it.
 * @param maySee whether the caller may know that the item exists
 * @throws Forbidden (403) if it does not, or NotFound (404) if they may not know
 */
export function demand(verdict: Verdict, maySee = true): void {
  if (verdict !== 'no') return;
  throw maySee ? new Forbidden() : new NotFound();
}
