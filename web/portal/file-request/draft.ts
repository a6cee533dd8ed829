import type { Language, RequestKind } from '@app/common/contracts/request-kind.js';
import { ELEMENTS, type Element } from '@shared/request/request.js';

/** The steps, one thing per page, in their order. */
export const STEPS = ['kind', 'what', 'contact', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** What a citizen has typed so far. */
export interface Draft {
  kind: RequestKind | null;
  /** Code of the service item; empty where the citizen leaves it to the operator. */
  itemCode: string;
  elements: Record<Element, string>;
  name: string;
  phone: string;
  /**
   * The language the answer is wanted in, set when it is first sent: a retry after a switch of language must be the
   * same request to the letter, else the service could not see that it is the same.
   */
  language: Language | null;
}

export const EMPTY_DRAFT: Draft = {
  kind: null,
  itemCode: '',
  elements: { what: '', where: '', when: '', who: '', why: '', which: '', result: '' },
  name: '',
  phone: '',
  language: null,
};

/** What the service accepts at most, in characters. */
export const MAX_LENGTH = {
  what: 4000,
  where: 500,
  when: 500,
  who: 500,
  why: 2000,
  which: 2000,
  result: 2000,
  name: 60,
  phone: 25,
} as const satisfies Record<Element | 'name' | 'phone', number>;

/** A field that has to be corrected, and why; `field` is the id of its input. */
export interface Flaw {
  field: 'kind' | 'what' | 'where' | 'phone';
  why: 'kindMissing' | 'whatMissing' | 'whatShort' | 'whereMissing' | 'phoneMissing' | 'phoneWrong';
}

/** What keeps a step from being complete (domain.md §2: 何事, 何地 and a contact are required); empty when nothing does. */
export function flawsOf(step: Step, draft: Draft): Flaw[] {
  const flaws: Flaw[] = [];
  const what = draft.elements.what.trim();
  if (step === 'kind' && draft.kind === null) flaws.push({ field: 'kind', why: 'kindMissing' });
  if (step === 'what' && what.length < 2) flaws.push({ field: 'what', why: what === '' ? 'whatMissing' : 'whatShort' });
  if (step === 'what' && draft.elements.where.trim() === '') flaws.push({ field: 'where', why: 'whereMissing' });
  if (step === 'contact' && draft.phone.trim() === '') flaws.push({ field: 'phone', why: 'phoneMissing' });
  else if (step === 'contact' && !mayBePhone(draft.phone)) flaws.push({ field: 'phone', why: 'phoneWrong' });
  return flaws;
}

/** The first step that is not complete yet: nobody gets past it. */
export function firstIncomplete(draft: Draft): Step {
  return STEPS.find((step) => flawsOf(step, draft).length > 0) ?? 'check';
}

/** The elements not given (未提供), in the order they are asked for. */
export function missingElements(draft: Draft): Element[] {
  return ELEMENTS.filter((element) => draft.elements[element].trim() === '');
}

/** What is sent to the hotline. A report of misconduct is confidential (domain.md §2, 举报). */
export function requestOf(draft: Draft, kind: RequestKind, language: Language) {
  const given = (element: Element) => draft.elements[element].trim() || null;
  return {
    kind,
    ...(draft.itemCode === '' ? {} : { serviceItemCode: draft.itemCode }),
    elements: {
      what: draft.elements.what.trim(),
      where: draft.elements.where.trim(),
      when: given('when'),
      who: given('who'),
      why: given('why'),
      which: given('which'),
      result: given('result'),
    },
    contact: { name: draft.name.trim() || null, phone: draft.phone.trim(), language },
    confidential: kind === 'report',
  };
}

/** The step and the input of a field that the service refused, from its JSON pointer (`/contact/phone`). */
export function placeOf(pointer: string): { step: Step; field: string } {
  const last = pointer.split('/').at(-1) ?? '';
  if (pointer.startsWith('/contact')) return { step: 'contact', field: last === 'name' ? 'name' : 'phone' };
  if (pointer.startsWith('/elements/')) return { step: 'what', field: last };
  return { step: 'kind', field: last === 'serviceItemCode' ? 'item' : 'kind' };
}

/** Reads a kept draft; whatever does not look like one is an empty draft. */
export function readDraft(text: string | null): Draft {
  try {
    const kept: Partial<Draft> | null = JSON.parse(text ?? 'null');
    if (typeof kept?.elements !== 'object') return EMPTY_DRAFT;
    return { ...EMPTY_DRAFT, ...kept, elements: { ...EMPTY_DRAFT.elements, ...kept.elements } };
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Rough, to catch a slip before it is sent; the exact rule is the service's. */
function mayBePhone(typed: string): boolean {
  const number = typed.normalize('NFKC').replace(/[\s\-‐-―()·.]/gu, '');
  return /^\+?\d{10,15}$/.test(number);
}
