import { maskPhone } from '@app/common/auth/phone-mask.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';

/** Who filed a request, opened. */
export interface Identity {
  readonly name: string | null;
  /** E.164. */
  readonly phone: string | null;
}

export interface MaskedIdentity {
  readonly name: string | null;
  readonly phone: string | null;
}

/** What stands where an identity was taken out of a text. */
export const HIDDEN = '〔已隐去〕';

/** A name as staff may see it: its first character, the others masked; nothing of a name of one character. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  return characters.length < 2 ? '*' : `${characters[0]}${'*'.repeat(Math.min(characters.length - 1, 2))}`;
}

/** Name and number as a list or a ticket shows them (domain.md §1: phone masked). */
export function maskIdentity(identity: Identity): MaskedIdentity {
  return {
    name: identity.name === null ? null : maskName(identity.name),
    phone: identity.phone === null ? null : maskPhone(nationalNumber(identity.phone)),
  };
}

/**
 * Takes the citizen's own name and number out of a text. In a confidential report they are often written into the
 * matter itself, and the matter goes to the unit that must never learn them (domain.md §5, Confidentiality). A name of
 * a single character is left: it would tear up every other word.
 */
export function withoutIdentity(text: string, identity: Identity): string {
  let hidden = text;
  if (identity.name !== null && Array.from(identity.name).length >= 2) {
    hidden = hidden.replace(spaced(Array.from(identity.name.replace(/\s/gu, ''))), HIDDEN);
  }
  if (identity.phone !== null) {
    for (const number of new Set([identity.phone, nationalNumber(identity.phone)])) {
      hidden = hidden.replace(spaced(Array.from(number)), HIDDEN);
    }
  }
  return hidden;
}

/** The characters one after the other, in any width or case, also with spaces, dots or dashes between them. */
function spaced(characters: readonly string[]): RegExp {
  const either = characters.map((character) => {
    const wide = character >= '!' && character <= '~' ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : '';
    return `[${`${character}${wide}`.replace(/[\\\]^-]/g, '\\$&')}]`;
  });
  return new RegExp(either.join('[\\s\\-－—·.]*'), 'giu');
}
