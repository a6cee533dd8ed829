import type { DomainError } from '@app/common/http/problem.js';
import type { EntityManager } from 'typeorm';
import type { Span } from '../slots/domain/span.js';
import type { InterviewResourceKind } from './interview-booking.js';

/** One kind of what interviews books: what it brings along, while holding and confirming are the same for all. */
export interface InterviewResources<R> {
  readonly kind: InterviewResourceKind;
  /** Also one that is out of use: it may have been booked before. Whoever else takes or frees a time of it waits. */
  lock(em: EntityManager, id: string): Promise<R | null>;
  /**
   * One that can be booked; whoever else takes a time of it waits. Two at once would otherwise end each other's
   * transaction in a deadlock over the exclusion constraint instead of one being told that the time is taken.
   */
  lockInUse(em: EntityManager, id: string): Promise<R | null>;
  /** @throws RuleBroken (422) naming why the resource is not there at that time */
  requireOpen(resource: R, time: Span): void;
  /** The refusal where somebody was faster, with what is free instead. */
  taken(em: EntityManager, wanted: Span & { resourceId: string }): Promise<DomainError>;
}
