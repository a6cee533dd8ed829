import { toE164 } from '@app/common/contact/phone-number.js';
import type { Language } from '@shared/i18n/language.js';

/** The steps in their order; the last asks for a contact and lets everything be checked. */
export const STEPS = ['item', 'place', 'time', 'contact'] as const;
export type Step = (typeof STEPS)[number];

/** A time of a site as the service offers it; instants ISO 8601. */
export interface Offered {
  siteId: string;
  startAt: string;
  endAt: string;
  placesLeft: number;
}

/** What the times depend on: the answers to the plain questions about an item. */
export interface Answers {
  /** 1 to 5, all served in one longer time. */
  people: number;
  /** 绿色通道 (domain.md §2). */
  green: boolean;
  /** 上门服务 */
  homeVisit: boolean;
  /** 委托服务: somebody else comes in the citizen's place. */
  represented: boolean;
}

/** A time that is kept for this citizen for some minutes. */
export interface Hold {
  code: string;
  itemCode: string;
  siteId: string;
  startAt: string;
  endAt: string;
  people: number;
  green: boolean;
  homeVisit: boolean;
  heldUntil: string;
  /** How far this phone's clock is behind the service's, in milliseconds: the countdown is the service's. */
  behindMs: number;
}

export interface Typed {
  name: string;
  phone: string;
  representativeName: string;
  representativeRelation: string;
  visitAddress: string;
}

/** What a citizen has chosen and typed so far. */
export interface Draft extends Answers, Typed {
  itemCode: string | null;
  siteId: string | null;
  hold: Hold | null;
  /** The time somebody else was faster to take, and the nearest ones that are still free. */
  taken: { startAt: string; alternatives: readonly Offered[] } | null;
  /** Set when it is first sent, so that a retry after a switch of language is the same request to the letter. */
  language: Language | null;
}

/** What holds until something else is said. */
export const NO_ANSWERS: Answers = { people: 1, green: false, homeVisit: false, represented: false };

export const EMPTY_DRAFT: Draft = {
  ...NO_ANSWERS,
  itemCode: null,
  siteId: null,
  hold: null,
  taken: null,
  name: '',
  phone: '',
  representativeName: '',
  representativeRelation: '',
  visitAddress: '',
  language: null,
};

export type Change =
  | { type: 'item'; itemCode: string }
  | { type: 'answered'; answers: Partial<Answers> }
  | { type: 'site'; siteId: string }
  | { type: 'held'; hold: Hold }
  | { type: 'taken'; startAt: string; alternatives: readonly Offered[] }
  | { type: 'typed'; typed: Partial<Typed> }
  | { type: 'sent'; language: Language };

/**
 * The draft after a change. What was typed is never lost; another item asks its questions and its place again. A hold
 * that no longer fits stays in the draft, so that the next one gives it back.
 */
export function changed(draft: Draft, change: Change): Draft {
  switch (change.type) {
    case 'item':
      if (change.itemCode === draft.itemCode) return draft;
      return { ...draft, ...NO_ANSWERS, itemCode: change.itemCode, siteId: null, taken: null, language: null };
    case 'answered':
      return { ...draft, ...change.answers, taken: null, language: null };
    case 'site':
      return { ...draft, siteId: change.siteId, taken: null, language: null };
    case 'held':
      return { ...draft, siteId: change.hold.siteId, hold: change.hold, taken: null, language: null };
    case 'taken':
      return { ...draft, taken: { startAt: change.startAt, alternatives: change.alternatives } };
    case 'typed':
      return { ...draft, ...change.typed, language: null };
    case 'sent':
      return { ...draft, language: change.language };
  }
}

/** The hold, if it is for what is chosen now; it may have run out. */
export function fittingHold(draft: Draft): Hold | null {
  const { hold } = draft;
  const fits =
    hold !== null &&
    hold.itemCode === draft.itemCode &&
    hold.siteId === draft.siteId &&
    hold.people === draft.people &&
    hold.green === draft.green &&
    hold.homeVisit === draft.homeVisit;
  return fits ? hold : null;
}

/** The first step that is not complete yet: nobody gets past it. */
export function firstIncomplete(draft: Draft): Step {
  if (draft.itemCode === null) return 'item';
  if (draft.siteId === null) return 'place';
  return fittingHold(draft) === null || draft.taken !== null ? 'time' : 'contact';
}

/** A field that has to be corrected, and why; `field` is the id of its input. */
export interface Flaw {
  field: keyof Typed;
  why:
    | 'phoneMissing'
    | 'phoneWrong'
    | 'representativeNameMissing'
    | 'representativeRelationMissing'
    | 'visitAddressMissing';
}

/** What keeps the contact from being complete; empty when nothing does. */
export function flawsOf(draft: Draft): Flaw[] {
  const missing = (field: keyof Typed) => draft[field].trim() === '';
  const flaws: Flaw[] = [];
  if (draft.homeVisit && missing('visitAddress')) flaws.push({ field: 'visitAddress', why: 'visitAddressMissing' });
  if (missing('phone')) flaws.push({ field: 'phone', why: 'phoneMissing' });
  else if (toE164(draft.phone) === null) flaws.push({ field: 'phone', why: 'phoneWrong' });
  if (!draft.represented) return flaws;
  if (missing('representativeName')) flaws.push({ field: 'representativeName', why: 'representativeNameMissing' });
  if (missing('representativeRelation')) {
    flaws.push({ field: 'representativeRelation', why: 'representativeRelationMissing' });
  }
  return flaws;
}

/** Contact, representative and address as the service takes them. */
export function contactOf(draft: Draft, language: Language) {
  const name = draft.name.trim();
  return {
    contact: { phone: draft.phone.trim(), ...(name === '' ? {} : { name }), language },
    ...(draft.represented
      ? { representative: { name: draft.representativeName.trim(), relation: draft.representativeRelation.trim() } }
      : {}),
    ...(draft.homeVisit ? { visitAddress: draft.visitAddress.trim() } : {}),
  };
}

/** What is booked, as the service takes it; what is not asked for is left out. */
export function wishOf(draft: Draft, itemCode: string, at: { siteId: string; startAt: string }) {
  return {
    itemCode,
    siteId: at.siteId,
    startAt: at.startAt,
    people: draft.people,
    green: draft.green,
    homeVisit: draft.homeVisit,
    ...(draft.hold === null ? {} : { replaces: draft.hold.code }),
  };
}

/** The input of a field that the service refused, from its JSON pointer (`/contact/phone`); null for none of these. */
export function fieldOf(pointer: string): keyof Typed | null {
  if (pointer.startsWith('/representative')) {
    return pointer.endsWith('/relation') ? 'representativeRelation' : 'representativeName';
  }
  if (pointer.startsWith('/visitAddress')) return 'visitAddress';
  if (!pointer.startsWith('/contact')) return null;
  return pointer.endsWith('/name') ? 'name' : 'phone';
}

/** Reads a kept draft; whatever does not look like one is an empty draft. */
export function readDraft(text: string | null): Draft {
  try {
    const kept: Partial<Draft> | null = JSON.parse(text ?? 'null');
    return typeof kept?.phone === 'string' ? { ...EMPTY_DRAFT, ...kept } : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}
