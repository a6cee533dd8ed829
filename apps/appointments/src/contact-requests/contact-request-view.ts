import { maskPhone } from '@app/common/auth/phone-mask.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { ContactRequestProgressDto, ContactRequestRow } from './contact-request.dto.js';
import type { ContactRequest } from './contact-request.js';
import { contactClockAt } from './domain/contact-clock.js';
import { contactRequestActionsIn, contactRequestMayGo, wishIsOpen } from './domain/contact-request-state.js';

/** What the citizen and what staff see of a request. */
@Injectable()
export class ContactRequestView {
  constructor(
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  /** For the citizen with the code. */
  progress(request: ContactRequest): ContactRequestProgressDto {
    const { code, state, kind, itemCode, itemNameZh, itemNameEn, siteId, siteNameZh, siteNameEn, siteAddress } =
      request;
    return {
      code,
      state,
      kind,
      itemCode,
      itemNameZh,
      itemNameEn,
      siteId,
      siteNameZh,
      siteNameEn,
      siteAddress,
      contactDueAt: request.contactDueAt.toISOString(),
      wishFrom: instant(request.wishFrom),
      wishTo: instant(request.wishTo),
      phoneMasked: maskPhone(nationalNumber(this.box.open(request.sealedPhone))),
      requestedAt: request.requestedAt.toISOString(),
      contactedAt: instant(request.contactedAt),
      agreedStartAt: instant(request.agreedStartAt),
      agreedEndAt: instant(request.agreedEndAt),
      endedAt: instant(request.endedAt),
      mayWithdraw: contactRequestMayGo(state, 'withdrawn'),
      mayChangeWish: wishIsOpen(state),
    };
  }

  /** For staff: the number masked, the name not at all. */
  row(request: ContactRequest): ContactRequestRow {
    const { id, sealedName, language, channel, note, card, tier, officerId, officerName, reason, version } = request;
    const metAt = request.contactedAt ?? request.endedAt;
    const clock = contactClockAt({ dueAt: request.contactDueAt, nearAt: request.nearAt, metAt }, this.clock.now());
    return {
      ...this.progress(request),
      id,
      named: sealedName !== null,
      language,
      channel,
      note,
      clock: { state: clock, dueAt: request.contactDueAt.toISOString(), metAt: instant(metAt) },
      card,
      tier,
      officerId,
      officerName,
      reason,
      allowed: contactRequestActionsIn(request.state),
      version,
    };
  }
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
