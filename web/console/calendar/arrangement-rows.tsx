import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { DayField } from '../controls/value-fields.js';
import { calendarWords } from './calendar.words.js';
import type { Span } from './year-days.js';
import { dayField, EMPTY_SPAN, lengthOf, spanField, type YearDraft } from './year-draft.js';

interface ArrangementRowsProps {
  draft: YearDraft;
  change: (patch: Partial<YearDraft>) => void;
  error: (field: string) => string | undefined;
}

/** Holidays from day to day, and the weekend days worked in exchange: a row each. */
export function ArrangementRows({ draft, change, error }: ArrangementRowsProps) {
  const t = useWords(calendarWords);
  const { holidays, makeUpDays } = draft;
  const setSpan = (index: number, patch: Partial<Span>) =>
    change({ holidays: holidays.map((span, place) => (place === index ? { ...span, ...patch } : span)) });
  return (
    <>
      <fieldset className="calendar-rows">
        <legend>{t('holidays')}</legend>
        <p className="hint">{t('holidays.hint')}</p>
        {holidays.map((span, index) => (
          // Rows have no name of their own; they are added at the end and removed by their place.
          <div
            key={spanField(index)}
            className="calendar-row"
            role="group"
            aria-label={t('holiday', { number: index + 1 })}
          >
            <DayField
              id={spanField(index)}
              label={t('from')}
              error={error(spanField(index))}
              value={span.from}
              onChange={(from) => setSpan(index, { from, ...(span.to < from ? { to: from } : {}) })}
            />
            <DayField
              id={`${spanField(index)}-to`}
              label={t('to')}
              value={span.to}
              onChange={(to) => setSpan(index, { to })}
            />
            <span className="soft calendar-length">
              {lengthOf(span) > 0 ? t('days', { count: lengthOf(span) }) : null}
            </span>
            <Button
              aria-label={t('holiday.remove', { number: index + 1 })}
              onClick={() => change({ holidays: holidays.filter((_, place) => place !== index) })}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        <Button onClick={() => change({ holidays: [...holidays, EMPTY_SPAN] })}>{t('holiday.add')}</Button>
      </fieldset>
      <fieldset className="calendar-rows">
        <legend>{t('makeUpDays')}</legend>
        <p className="hint">{t('makeUpDays.hint')}</p>
        {makeUpDays.map((day, index) => (
          <div
            key={dayField(index)}
            className="calendar-row"
            role="group"
            aria-label={t('makeUp', { number: index + 1 })}
          >
            <DayField
              id={dayField(index)}
              label={t('day')}
              error={error(dayField(index))}
              value={day}
              onChange={(next) =>
                change({ makeUpDays: makeUpDays.map((one, place) => (place === index ? next : one)) })
              }
            />
            <Button
              aria-label={t('makeUp.remove', { number: index + 1 })}
              onClick={() => change({ makeUpDays: makeUpDays.filter((_, place) => place !== index) })}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        <Button onClick={() => change({ makeUpDays: [...makeUpDays, ''] })}>{t('makeUp.add')}</Button>
      </fieldset>
    </>
  );
}
