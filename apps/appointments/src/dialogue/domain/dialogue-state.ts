import type { Talk } from '@app/common/text-messages/talk.js';

/** A name in both languages, so that a question can be asked again in the other one. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** Something to choose: a service item by its code, a site by its id. */
export interface Choice extends Named {
  readonly id: string;
}

/** What a time is looked for. */
export type Errand =
  | { readonly kind: 'book'; readonly itemCode: string; readonly siteId: string; readonly place: Named }
  | { readonly kind: 'move'; readonly code: string; readonly place: Named };

/** The question the citizen was asked last. Instants are ISO 8601. `next`: what 0 shows, null where there is no more. */
export type Question =
  | {
      readonly kind: 'item';
      readonly keyword: string | null;
      readonly shown: readonly Choice[];
      readonly next: number | null;
    }
  | {
      readonly kind: 'site';
      readonly itemCode: string;
      readonly shown: readonly Choice[];
      readonly next: number | null;
    }
  | {
      readonly kind: 'time';
      readonly errand: Errand;
      readonly shown: readonly string[];
      readonly next: { readonly after: string | null } | null;
    }
  /** `hold`: the code under which the time is kept meanwhile; a booking that is moved keeps its old time instead. */
  | { readonly kind: 'confirm'; readonly errand: Errand; readonly startAt: string; readonly hold: string | null }
  | { readonly kind: 'drop'; readonly code: string; readonly startAt: string }
  | { readonly kind: 'resume' };

/** How far a booking had come, kept for a day (interfaces.md §3). */
export interface Draft {
  readonly itemCode: string;
  readonly site: Choice | null;
  readonly at: string;
}

/** The talk about bookings between one phone and one of our numbers. */
export type DialogueState = Talk<Question, Draft>;

/** The code of the time that is kept while the question stands. */
export function holdOf({ question }: DialogueState): string | null {
  return question?.kind === 'confirm' ? question.hold : null;
}
