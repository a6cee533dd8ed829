import { maskPhone } from '@app/common/auth/phone-mask.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber, receivesText, toE164 } from '@app/common/contact/phone-number.js';
import type { Language } from '@app/common/contracts/request-kind.js';
import { Malformed } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { SealedContact } from './booking.js';

/** How to reach a citizen, as it comes in. */
export interface Contact {
  readonly phone: string;
  readonly name?: string | null;
  readonly language: Language;
}

/** Seals what identifies citizens before it is kept. */
@Injectable()
export class ContactSeal {
  constructor(private readonly box: SealedBox) {}

  /** @throws Malformed (400) if the phone is none */
  seal({ phone, name, language }: Contact): SealedContact & { readonly phoneMasked: string } {
    const e164 = e164Of(phone);
    return {
      sealedName: name ? this.box.seal(name) : null,
      sealedPhone: this.box.seal(e164),
      phoneFingerprint: this.box.fingerprint(e164),
      receivesText: receivesText(e164),
      language,
      phoneMasked: maskPhone(nationalNumber(e164)),
    };
  }

  /** Finds a phone again. @throws Malformed (400) if it is none */
  fingerprintOf(phone: string): string {
    return this.box.fingerprint(e164Of(phone));
  }

  /** A phone as it may be shown. */
  masked(sealedPhone: string | null): string | null {
    return sealedPhone === null ? null : maskPhone(nationalNumber(this.box.open(sealedPhone)));
  }

  sealed(text: string | null | undefined): string | null {
    return text ? this.box.seal(text) : null;
  }

  sealedJson(value: object | null | undefined): string | null {
    return value ? this.box.seal(JSON.stringify(value)) : null;
  }
}

function e164Of(phone: string): string {
  const e164 = toE164(phone);
  if (e164 === null) throw new Malformed([{ pointer: '/contact/phone', rule: 'isPhoneNumber' }]);
  return e164;
}
