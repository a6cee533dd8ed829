import { useState } from 'react';
import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import type { NewExceptionBody } from '@shared/api/generated/appointments.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Choice, Field } from '../controls/field.js';
import { officeDay } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { DayField, TimeField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useDayName } from '../duty/duty-names.js';
import { useNow } from '../shell/system-clock.js';
import { LineField, NumberField } from './form-fields.js';
import { useExceptions, useScheduleActs, useWindows } from './schedule.queries.js';
import { scheduleWords } from './schedule.words.js';
import { sessionWords } from './session.words.js';
import { TakenBackList } from './taken-back-list.js';
import { clockOf, minuteOf } from './week-pattern.js';

const EMPTY = {
  day: '',
  session: 'noon' as SessionName,
  windowId: '',
  open: false,
  from: '',
  to: '',
  capacity: 1,
  reasonZh: '',
  reasonEn: '',
};

/** Single days on which a session is open, shut or at another time. */
export function Exceptions({ siteId }: { siteId: string }) {
  const t = useWords(scheduleWords);
  const shown = useLanguage();
  const exceptions = useExceptions(siteId, officeDay(useNow()));
  const steps = useScheduleActs(siteId);
  const line = useExceptionLine(siteId);
  const [lost, setLost] = useState<number | null>(null);
  return (
    <section aria-labelledby="exceptions-title" className="schedule-columns">
      <div>
        <h2 id="exceptions-title" className="visually-hidden">
          {t('view.exceptions')}
        </h2>
        <p className="soft">{t('exceptions.hint')}</p>
        <ProblemAlert error={exceptions.error} onAgain={() => void exceptions.refetch()} />
        <TakenBackList
          empty={t('exceptions.none')}
          isFailed={exceptions.error !== null}
          rows={exceptions.data?.map((one) => ({
            id: one.id,
            words: line(one),
            reason: shown === 'zh-CN' ? one.reasonZh : one.reasonEn,
          }))}
          takeBack={steps.takeExceptionBack}
          onLost={setLost}
        />
      </div>
      <div>
        {lost === null ? null : <Told count={lost} />}
        <ExceptionForm siteId={siteId} onMade={setLost} />
      </div>
    </section>
  );
}

/** What became of the bookings of a change. */
export function Told({ count }: { count: number }) {
  const t = useWords(scheduleWords);
  return (
    <p className="notice" role="status">
      {count > 0 ? t('withoutTime.told', { count }) : t('withoutTime.none')}
    </p>
  );
}

type Said = Pick<NewExceptionBody, 'day' | 'session' | 'windowId' | 'open' | 'fromMinute' | 'toMinute'>;

/** An exception in one line. */
function useExceptionLine(siteId: string) {
  const t = useWords(scheduleWords);
  const term = useWords(sessionWords);
  const dayName = useDayName();
  const nameOf = useNameOf();
  const windows = useWindows(siteId);
  return ({ day, session, windowId, open, fromMinute, toMinute }: Said) => {
    const window = windows.data?.find(({ id }) => id === windowId);
    const where = {
      day: dayName(day),
      session: term(`session.${session}`),
      window: window ? nameOf(window) : t('exception.all'),
    };
    return open
      ? t('exception.openLine', { ...where, from: clockOf(fromMinute ?? 0), to: clockOf(toMinute ?? 0) })
      : t('exception.shutLine', where);
  };
}

function ExceptionForm({ siteId, onMade }: { siteId: string; onMade: (affected: number) => void }) {
  const t = useWords(scheduleWords);
  const term = useWords(sessionWords);
  const nameOf = useNameOf();
  const windows = useWindows(siteId);
  const steps = useScheduleActs(siteId);
  const acts = useActs();
  const line = useExceptionLine(siteId);
  const { value, change, clear } = useDraft(`exception.${siteId}`, EMPTY);
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const { day, session, open, capacity } = value;
    const texts = { reasonZh: value.reasonZh.trim(), reasonEn: value.reasonEn.trim() };
    const times = { fromMinute: minuteOf(value.from), toMinute: minuteOf(value.to) };
    const missing =
      day === '' ||
      Object.values(texts).includes('') ||
      (open && (times.fromMinute === null || times.toMinute === null));
    setMissing(missing);
    if (missing) return;
    const body: NewExceptionBody = {
      siteId,
      day,
      session,
      windowId: value.windowId || null,
      open,
      ...(open ? { ...times, capacity } : {}),
      ...texts,
    };
    acts.ask({
      consequence: t('exception.consequence', { what: line(body) }),
      act: t('exception.add'),
      run: async () => onMade((await steps.except(body)).affected.length),
      onDone: clear,
    });
  };
  return (
    <section aria-labelledby="exception-form-title" className="schedule-form">
      <h3 id="exception-form-title">{t('exception.add')}</h3>
      <ActForm onSubmit={submit}>
        <ProblemAlert error={acts.error} />
        {isMissing ? (
          <p className="field-error" role="alert">
            {t('exception.missing')}
          </p>
        ) : null}
        <div className="schedule-fields">
          <DayField
            id="exception-day"
            label={t('exception.day')}
            value={value.day}
            onChange={(day) => change({ day })}
          />
          <Field id="exception-session" label={t('exception.session')}>
            {(control) => (
              <select
                {...control}
                value={value.session}
                onChange={(event) =>
                  change({ session: SESSION_NAMES.find((one) => one === event.target.value) ?? value.session })
                }
              >
                {SESSION_NAMES.map((session) => (
                  <option key={session} value={session}>
                    {term(`session.${session}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="exception-window" label={t('exception.window')}>
            {(control) => (
              <select
                {...control}
                value={value.windowId}
                onChange={(event) => change({ windowId: event.target.value })}
              >
                <option value="">{t('exception.all')}</option>
                {(windows.data ?? []).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.code} {nameOf(one)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Choice
          id="exception-open"
          label={t('exception.what')}
          value={value.open ? 'open' : 'shut'}
          options={[
            { value: 'shut', label: t('exception.shut') },
            { value: 'open', label: t('exception.open') },
          ]}
          onChange={(what) => change({ open: what === 'open' })}
        />
        {value.open ? (
          <div className="schedule-fields">
            <TimeField
              id="exception-from"
              label={t('exception.from')}
              value={value.from}
              onChange={(from) => change({ from })}
            />
            <TimeField id="exception-to" label={t('exception.to')} value={value.to} onChange={(to) => change({ to })} />
            <NumberField
              id="exception-capacity"
              label={t('exception.capacity')}
              min={1}
              value={value.capacity}
              onChange={(capacity) => change({ capacity })}
            />
          </div>
        ) : null}
        <LineField
          id="exception-zh"
          label={t('reason.zh')}
          value={value.reasonZh}
          onChange={(reasonZh) => change({ reasonZh })}
        />
        <LineField
          id="exception-en"
          label={t('reason.en')}
          value={value.reasonEn}
          onChange={(reasonEn) => change({ reasonEn })}
        />
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('exception.add')}
        </Button>
      </ActForm>
      {acts.dialog}
    </section>
  );
}
