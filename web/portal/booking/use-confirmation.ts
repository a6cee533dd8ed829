import { useLocation } from 'wouter';
import { ApiProblem } from '@shared/http/problem.js';
import { language } from '@shared/i18n/language.js';
import { change, clearDraft, currentDraft } from './draft-store.js';
import { contactOf, fittingHold, wishOf, type Hold } from './draft.js';
import { secondsLeft } from './hold-clock.js';
import { alternativesOf } from './hold.js';
import { keepReceipt } from './receipt.js';
import { serviceNow } from './service-clock.js';
import { pathOf } from './step-frame.js';
import { bookingConfirm, bookingBook, bookingRead, type BookingDto } from '../appointments.js';
import { keyed } from '../form/keyed.js';
import { useSending } from '../form/use-sending.js';

/**
 * Confirms the held time once, however often the button is pressed. A hold that has run out meanwhile costs nothing:
 * the same time is booked at once if it is still free, and else the nearest ones are offered.
 */
export function useConfirmation() {
  const [, go] = useLocation();
  const sending = useSending();

  const confirmHeld = async (): Promise<void> => {
    const held = fittingHold(currentDraft());
    if (held === null) return;
    change({ type: 'sent', language: currentDraft().language ?? language() });
    try {
      keepReceipt(await booked(held));
    } catch (error) {
      const alternatives = alternativesOf(error);
      if (alternatives === null) throw error;
      change({ type: 'taken', startAt: held.startAt, alternatives });
      go(pathOf('time'));
      return;
    }
    go('/book/done', { replace: true });
    clearDraft();
  };

  return { ...sending, send: () => sending.send(confirmHeld) };
}

async function booked(held: Hold): Promise<BookingDto> {
  if (secondsLeft(held.heldUntil, serviceNow(held.behindMs)) === 0) return bookAtOnce(held);
  try {
    return await confirm(held);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.type !== 'hold-expired') throw error;
    return bookAtOnce(held);
  }
}

async function confirm(held: Hold): Promise<BookingDto> {
  const draft = currentDraft();
  const contact = contactOf(draft, draft.language ?? language());
  try {
    return await keyed('confirm', { code: held.code, contact }, (options) =>
      bookingConfirm(held.code, contact, options),
    );
  } catch (error) {
    // An earlier press may have confirmed it, its answer lost, and the phone now speak from another network.
    if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
    const now = await bookingRead(held.code).catch(() => null);
    if (now?.state !== 'confirmed') throw error;
    return now;
  }
}

async function bookAtOnce(held: Hold): Promise<BookingDto> {
  const draft = currentDraft();
  const wish = { ...wishOf(draft, held.itemCode, held), ...contactOf(draft, draft.language ?? language()) };
  return keyed('book', wish, (options) => bookingBook(wish, options));
}
