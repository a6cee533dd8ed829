import { useState } from 'react';
import { formatDay, formatDayTime, formatTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useFreeTimes, type SlotWish, type Time } from './caller.queries.js';
import { callerWords } from './callers.words.js';

const DAYS_SHOWN = 14;

interface TimePickerProps {
  wish: SlotWish;
  siteId: string;
  /** The chosen beginning, or empty. */
  chosen: string;
  onChoose: (startAt: string) => void;
}

/** The free times of a site, a day at a time. */
export function TimePicker({ wish, siteId, chosen, onChoose }: TimePickerProps) {
  const t = useWords(callerWords);
  const shown = useLanguage();
  const free = useFreeTimes(wish, siteId);
  const [picked, pick] = useState<string | null>(null);
  if (free.error) return <ProblemAlert error={free.error} onAgain={() => void free.refetch()} />;
  if (!free.data) return null;
  const days = free.data.slice(0, DAYS_SHOWN);
  const day = days.find((one) => one.day === picked) ?? days[0];
  if (!day) return <p className="soft">{t('time.none')}</p>;
  return (
    <fieldset className="field">
      <legend>{t('time')}</legend>
      <div className="days" role="group" aria-label={t('time.day')}>
        {days.map((one) => (
          <button
            key={one.day}
            type="button"
            className="day"
            aria-pressed={one.day === day.day}
            onClick={() => pick(one.day)}
          >
            {formatDay(one.slots[0]?.startAt ?? one.day, shown)}
          </button>
        ))}
      </div>
      <Times times={day.slots} chosen={chosen} onChoose={(time) => onChoose(time.startAt)} />
    </fieldset>
  );
}

interface TimesProps<T extends Time> {
  times: readonly T[];
  chosen: string;
  /** On several days: the day stands before the time. */
  withDay?: boolean;
  onChoose: (time: T) => void;
}

export function Times<T extends Time>({ times, chosen, withDay, onChoose }: TimesProps<T>) {
  const t = useWords(callerWords);
  const shown = useLanguage();
  return (
    <div className="callers-times">
      {times.map((time, n) => (
        <button
          key={`${time.startAt} ${n}`}
          type="button"
          className="day"
          aria-pressed={time.startAt === chosen}
          onClick={() => onChoose(time)}
        >
          {withDay ? formatDayTime(time.startAt, shown) : formatTime(time.startAt)}
          {time.placesLeft > 1 ? <small>{t('left', { count: time.placesLeft })}</small> : null}
        </button>
      ))}
    </div>
  );
}
