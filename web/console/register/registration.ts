import type { Language, RequestKind } from '@app/common/contracts/request-kind.js';
import { ELEMENTS, type Element } from '@shared/request/request.js';
import type { RegisterTicketDto } from '@shared/api/generated/hotline.js';

/** Without these a request can't be registered; the others may be left as not provided. */
export const REQUIRED_ELEMENTS: readonly Element[] = ['what', 'where'];

/** Channels a member of staff registers from; the web and text messages come in by themselves. */
export const CHANNELS = ['telephone', 'letter', 'visit', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the operator has typed so far. */
export interface RegistrationDraft {
  kind: RequestKind | null;
  channel: Channel;
  serviceItemCode: string | null;
  elements: Record<Element, string>;
  name: string;
  phone: string;
  language: Language;
  /** Null: as the kind has it, i.e. on for a report of misconduct. */
  confidential: boolean | null;
  greenChannel: boolean;
}

export const EMPTY_REGISTRATION: RegistrationDraft = {
  kind: null,
  channel: 'telephone',
  serviceItemCode: null,
  elements: { what: '', where: '', when: '', who: '', why: '', which: '', result: '' },
  name: '',
  phone: '',
  language: 'zh-CN',
  confidential: null,
  greenChannel: false,
};

/** 举报 is confidential by default (domain.md §2); the operator's own choice goes before the default. */
export function isConfidential(draft: Pick<RegistrationDraft, 'kind' | 'confidential'>): boolean {
  return draft.confidential ?? draft.kind === 'report';
}

/** Elements nothing has been typed for, in the order they are asked for. */
export function missingElements(draft: Pick<RegistrationDraft, 'elements'>): Element[] {
  return ELEMENTS.filter((element) => draft.elements[element].trim() === '');
}

export type RegistrationFault = 'kind' | 'serviceItem' | 'what' | 'where' | 'phone' | 'phoneForm';

/** Anything that might be a number; whether it is one the network knows, the service says. */
const PHONE = /^\+?[\d\s()-]{7,20}$/;

/** What keeps the request from being registered, in the order of the form. The server has the last word. */
export function faultsOf(draft: RegistrationDraft): RegistrationFault[] {
  const faults: RegistrationFault[] = [];
  if (!draft.kind) faults.push('kind');
  if (!draft.serviceItemCode) faults.push('serviceItem');
  for (const element of REQUIRED_ELEMENTS) {
    if (draft.elements[element].trim() === '') faults.push(element as 'what' | 'where');
  }
  if (draft.phone.trim() === '') faults.push('phone');
  else if (!PHONE.test(draft.phone.trim())) faults.push('phoneForm');
  return faults;
}

/** A text, or null for what nobody has said (未提供). */
const given = (text: string) => text.trim() || null;

/** The draft as the API takes it; call it only when {@link faultsOf} finds nothing. */
export function registrationBody(draft: RegistrationDraft): RegisterTicketDto {
  const { kind, serviceItemCode } = draft;
  if (!kind || !serviceItemCode) throw new TypeError('a registration without kind or service item');
  return {
    kind,
    channel: draft.channel,
    serviceItemCode,
    elements: {
      what: draft.elements.what.trim(),
      where: draft.elements.where.trim(),
      when: given(draft.elements.when),
      who: given(draft.elements.who),
      why: given(draft.elements.why),
      which: given(draft.elements.which),
      result: given(draft.elements.result),
    },
    contact: { name: given(draft.name), phone: draft.phone.trim(), language: draft.language },
    confidential: isConfidential(draft),
    greenChannel: draft.greenChannel,
  };
}
