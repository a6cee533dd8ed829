import type { Choice, Errand, Named } from './dialogue-state.js';

/** Answers shown at a time. */
export const SHOWN_AT_ONCE = 3;

/** What the dialogue needs to know or wants done before it can answer, and what comes of it. */
export interface Effects {
  /** Items to choose from, from the `offset`-th on. */
  items: {
    asked: { readonly keyword: string | null; readonly offset: number };
    outcome: { readonly shown: readonly Choice[]; readonly total: number };
  };
  /** Sites that offer the item. */
  sites: {
    asked: { readonly itemCode: string; readonly offset: number };
    outcome: { readonly shown: readonly Choice[]; readonly total: number };
  };
  /** The next free times after an instant; `again`: the one chosen was taken meanwhile. */
  times: {
    asked: { readonly errand: Errand; readonly after: string | null; readonly again: boolean };
    outcome: { readonly shown: readonly string[]; readonly more: boolean };
  };
  /** Keep a time while the citizen is asked. */
  hold: {
    asked: { readonly errand: Errand; readonly startAt: string };
    outcome: { readonly kind: 'held'; readonly code: string } | Failed;
  };
  /** Book; a hold that has run out is tried anew. */
  confirm: {
    asked: { readonly errand: Errand; readonly startAt: string; readonly hold: string | null };
    outcome: Done | Failed;
  };
  /** Take up an offer of the waiting list. */
  take: { asked: { readonly code: string }; outcome: Done | Failed | Found };
  /** Give a booking up, or a time that is kept for the phone; of that no message of its own tells. */
  drop: { asked: { readonly code: string }; outcome: Done | Failed | Found };
  /** The phone's booking of this code; without one, its booking ahead, if there are not several. */
  find: {
    asked: { readonly code: string | null; readonly purpose: 'status' | 'move' | 'drop' };
    outcome: Found | { readonly kind: 'unknown' | 'several' };
  };
  /** How the phone's place on the waiting list, or its request to be contacted, stands. */
  standing: { asked: { readonly code: string }; outcome: Standing | { readonly kind: 'unknown' } };
  /** Give the phone's place on the waiting list back, or withdraw its request to be contacted; how it stands then. */
  leave: { asked: { readonly code: string }; outcome: Standing | { readonly kind: 'unknown' } };
  /** Rate the last served booking that waits for it. */
  rate: {
    asked: { readonly score: number };
    outcome: { readonly kind: 'rated'; readonly code: string } | { readonly kind: 'unknown' };
  };
  /** Have a person call, within so many hours. */
  callback: { asked: object; outcome: { readonly kind: 'done'; readonly hours: number } };
}

export type EffectKind = keyof Effects;
export type Effect = { [K in EffectKind]: { readonly kind: K } & Effects[K]['asked'] }[EffectKind];
/** What came of an effect, together with it. */
export type Told = {
  [K in EffectKind]: {
    readonly kind: K;
    readonly asked: Effects[K]['asked'];
    readonly outcome: Effects[K]['outcome'];
  };
}[EffectKind];

/** It is done, and the booking's own message tells the citizen. */
export interface Done {
  readonly kind: 'done';
}
/** `taken`: somebody was faster; `exists`: one a day; `unknown`: no such booking of this phone; `blocked`: after no-shows; `refused`: another rule. */
export interface Failed {
  readonly kind: 'taken' | 'exists' | 'unknown' | 'blocked' | 'refused';
}

/** How the booking stands. */
export interface Found {
  readonly kind: 'found';
  readonly booking: FoundBooking;
}

export interface FoundBooking {
  readonly code: string;
  readonly state: string;
  readonly startAt: string;
  readonly place: Named;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
}

/** Instants are ISO 8601. */
export type Standing =
  | {
      readonly kind: 'waitlist';
      readonly code: string;
      readonly state: string;
      /** The booking's code with which the time can be taken, or was. */
      readonly booking: string | null;
      /** The time that is kept, and until when. */
      readonly offer: { readonly startAt: string; readonly until: string } | null;
    }
  | {
      readonly kind: 'contact';
      readonly code: string;
      /** That of the request, or `overdue`: nobody has called within the time promised. */
      readonly state: string;
      /** Until when somebody calls. */
      readonly dueAt: string;
      readonly agreedAt: string | null;
    };
