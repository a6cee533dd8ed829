import { useState } from 'react';
import type { PatternSessionDto } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { TimeField } from '../controls/value-fields.js';
import { NumberField, TickField } from './form-fields.js';
import { scheduleWords } from './schedule.words.js';
import { clockOf, minuteOf } from './week-pattern.js';

const STEP_SECONDS = 300;

interface SessionFormProps {
  title: string;
  now: PatternSessionDto | undefined;
  onTake: (to: PatternSessionDto | null) => void;
  onTakeAll: (to: PatternSessionDto | null) => void;
}

/** One session of a window's week: open or shut, when, how many at once. */
export function SessionForm({ title, now, onTake, onTakeAll }: SessionFormProps) {
  const t = useWords(scheduleWords);
  const [open, setOpen] = useState(now !== undefined);
  const [from, setFrom] = useState(now ? clockOf(now.fromMinute) : '');
  const [to, setTo] = useState(now ? clockOf(now.toMinute) : '');
  const [capacity, setCapacity] = useState(now?.capacity ?? 1);
  const [greenMinutes, setGreen] = useState(now?.greenMinutes ?? 0);
  const [isMissing, setMissing] = useState(false);
  const send = (take: (session: PatternSessionDto | null) => void) => {
    const fromMinute = minuteOf(from);
    const toMinute = minuteOf(to);
    if (!open) return take(null);
    if (fromMinute === null || toMinute === null) return setMissing(true);
    take({
      weekday: now?.weekday ?? 1,
      session: now?.session ?? 'morning',
      fromMinute,
      toMinute,
      capacity,
      greenMinutes,
    });
  };
  return (
    <section aria-labelledby="session-form-title" className="schedule-form">
      <h3 id="session-form-title">{title}</h3>
      <ActForm onSubmit={() => send(onTake)}>
        {isMissing ? (
          <p className="field-error" role="alert">
            {t('pattern.missing')}
          </p>
        ) : null}
        <TickField id="session-open" label={t('pattern.open')} value={open} onChange={setOpen} autoFocus />
        {open ? (
          <div className="schedule-fields">
            <TimeField
              id="session-from"
              label={t('pattern.from')}
              step={STEP_SECONDS}
              value={from}
              onChange={setFrom}
            />
            <TimeField id="session-to" label={t('pattern.to')} step={STEP_SECONDS} value={to} onChange={setTo} />
            <NumberField
              id="session-capacity"
              label={t('pattern.capacity')}
              min={1}
              value={capacity}
              onChange={setCapacity}
            />
            <NumberField
              id="session-green"
              label={t('pattern.greenMinutes')}
              min={0}
              value={greenMinutes}
              onChange={setGreen}
            />
          </div>
        ) : null}
        <div className="buttons">
          <Button htmlType="submit">{t('pattern.take')}</Button>
          <Button onClick={() => send(onTakeAll)}>{t('pattern.takeAll')}</Button>
        </div>
      </ActForm>
    </section>
  );
}
