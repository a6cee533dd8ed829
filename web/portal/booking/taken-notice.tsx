import { useEffect, useRef } from 'react';
import { formatDay } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import { sitesOf } from './catalogue.js';
import type { Offered } from './draft.js';
import { nameOf } from './named.js';
import { SlotButton } from './slot-button.js';
import { useAnswer } from './use-answer.js';

interface Props {
  alternatives: readonly Offered[];
  /** The site whose times are shown below; another one's name is said. */
  siteId: string;
  pendingAt: string | null;
  onChoose: (slot: Offered) => void;
}

/** Somebody else was faster: the nearest times that are free, in one press. Takes the focus when it appears, which reads it out. */
export function TakenNotice({ alternatives, siteId, pendingAt, onChoose }: Props) {
  const t = useWords(bookingWords);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const elsewhere = alternatives.some((slot) => slot.siteId !== siteId);
  const sites = useAnswer(elsewhere ? 'sites' : null, () => sitesOf());
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [alternatives]);
  const placeOf = (slot: Offered) => {
    const site = sites.value?.find((one) => one.id === slot.siteId);
    return slot.siteId === siteId || !site ? '' : nameOf(site, language);
  };
  return (
    <div
      ref={box}
      className="note note-sun taken"
      role="group"
      tabIndex={-1}
      aria-labelledby="taken-title"
      aria-describedby="taken-body"
    >
      <h2 id="taken-title">{t('takenTitle')}</h2>
      <p id="taken-body">{alternatives.length > 0 ? t('takenBody') : t('takenNone')}</p>
      <ul className="slots slots-wide">
        {alternatives.map((slot) => (
          <li key={slot.siteId + slot.startAt}>
            <SlotButton slot={slot} isPending={slot.startAt === pendingAt} onPress={() => onChoose(slot)}>
              <span className="slot-day">
                {formatDay(slot.startAt, language)} {placeOf(slot)}
              </span>
            </SlotButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
