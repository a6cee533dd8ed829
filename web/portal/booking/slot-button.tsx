import type { ReactNode } from 'react';
import { formatTime } from '@shared/dates/format.js';
import { useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';

interface Props {
  slot: { startAt: string; endAt: string; placesLeft: number };
  isPending: boolean;
  isHeld?: boolean;
  onPress: () => void;
  /** Day and place, where no heading says them. */
  children?: ReactNode;
}

/** One free time. Pressing it holds it; while that is on its way the button keeps its place and the focus. */
export function SlotButton({ slot, isPending, isHeld = false, onPress, children }: Props) {
  const t = useWords(bookingWords);
  return (
    <button
      type="button"
      className="slot"
      aria-disabled={isPending}
      aria-current={isHeld || undefined}
      data-pending={isPending || undefined}
      onClick={onPress}
    >
      {children}
      <span className="slot-time">{formatTime(slot.startAt)}</span>
      <span className="visually-hidden"> {t('until', { time: formatTime(slot.endAt) })}, </span>
      <span className="slot-left">{isPending ? t('holding') : t('placesLeft', { n: slot.placesLeft })}</span>
    </button>
  );
}
