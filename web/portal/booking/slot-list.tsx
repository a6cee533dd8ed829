import { useState, type ReactNode } from 'react';
import { formatDay } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { bookingWords } from './booking.words.js';
import type { Offered } from './draft.js';
import type { SlotQuestion } from './question.js';
import { SlotButton } from './slot-button.js';
import { FILTERS, noonOf, type Filter } from './slot-search.js';
import { useSlots } from './use-slots.js';
import type { SlotDayDto } from '../appointments.js';
import { ProblemNotice } from '../form/problem-notice.js';

interface Props {
  question: SlotQuestion & { site: string };
  /** Start of the time that is on its way to being held. */
  pendingAt: string | null;
  /** Start of the time held now. */
  heldAt: string | null;
  onChoose: (slot: Offered) => void;
}

/** Free times of a place, the earliest first, the days as headings. */
export function SlotList({ question, pendingAt, heldAt, onChoose }: Props) {
  const t = useWords(bookingWords);
  const [filter, setFilter] = useState<Filter>('all');
  const { days, isLooking, hasMore, problem, more, again } = useSlots(question, filter);
  const nothing = !isLooking && !problem && days.length === 0;
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} />
      {days.map((day) => (
        <DayOfSlots key={day.day} day={day}>
          {(slot) => (
            <SlotButton
              key={slot.startAt}
              slot={slot}
              isPending={slot.startAt === pendingAt}
              isHeld={slot.startAt === heldAt}
              onPress={() => onChoose({ ...slot, siteId: question.site })}
            />
          )}
        </DayOfSlots>
      ))}
      <div role="status">
        {pendingAt !== null && <p className="visually-hidden">{t('holding')}</p>}
        {isLooking && <p className="soft">{t('looking')}</p>}
        {nothing && <p className="none">{filter === 'all' ? t('nothing') : t('nothingFilter')}</p>}
        {!isLooking && days.length > 0 && <p className="visually-hidden">{t('found', { days: days.length })}</p>}
      </div>
      <ProblemNotice problem={problem} title={t('notOpened')} />
      {problem !== null && (
        <button type="button" className="button button-quiet" onClick={again}>
          {t('again')}
        </button>
      )}
      {!isLooking && problem === null && days.length > 0 && hasMore && (
        <button type="button" className="button button-quiet" onClick={more}>
          {t('moreDays')}
        </button>
      )}
      {!isLooking && days.length > 0 && !hasMore && <p className="soft">{t('noMoreDays')}</p>}
    </>
  );
}

/** The browser's own radio buttons: the arrow keys, and nothing to load. */
function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const t = useWords(bookingWords);
  return (
    <fieldset className="filters">
      <legend className="label">{t('filterLabel')}</legend>
      {FILTERS.map((one) => (
        <label key={one} className="filter">
          <input type="radio" name="filter" checked={one === filter} onChange={() => onFilter(one)} />
          <span>{t(`filter.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function DayOfSlots({
  day,
  children,
}: {
  day: SlotDayDto;
  children: (slot: SlotDayDto['slots'][number]) => ReactNode;
}) {
  const t = useWords(bookingWords);
  const language = useLanguage();
  const sessions = [...new Set(day.slots.map((slot) => slot.session))];
  return (
    <section className="day">
      <h2 id={day.day}>{formatDay(noonOf(day.day), language)}</h2>
      {sessions.map((session) => (
        <div key={session} className="day-session">
          <h3 id={`${day.day}-${session}`}>{t(`session.${session}`)}</h3>
          <ul className="slots" aria-labelledby={`${day.day} ${day.day}-${session}`}>
            {day.slots
              .filter((slot) => slot.session === session)
              .map((slot) => (
                <li key={slot.startAt}>{children(slot)}</li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
