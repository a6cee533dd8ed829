import { useMemo, useState } from 'react';
import type { Day } from '@app/common/calendar/zone.js';
import type { DeclareDayDto, DeclaredDayDto } from '@shared/api/generated/hotline.js';
import { formatDateTime, formatWeekday } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Choice } from '../controls/field.js';
import { officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { problemFields } from '../controls/problem-fields.js';
import { StaleNotice } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useSeen } from '../controls/use-seen.js';
import { TextField } from '../controls/value-fields.js';
import { isChanged } from './calendar-changed.js';
import { useCalendarActs } from './calendar.queries.js';
import { calendarWords } from './calendar.words.js';
import { dayKind, isWorked, type PublishedKind } from './year-days.js';

type Kind = DeclareDayDto['kind'];

const KIND = 'day-kind';
const REASON = 'day-reason';
const PLACES = { '/kind': KIND, '/reason': REASON, '/day': KIND, 'calendar-year-unknown': KIND };
const NONE: FieldError[] = [];

interface DayViewProps {
  day: Day;
  published: PublishedKind;
  declared: DeclaredDayDto | undefined;
}

/** One day: what is published, what the office has said instead, and the form that changes it. */
export function DayView({ day, published, declared }: DayViewProps) {
  const t = useWords(calendarWords);
  const shown = useLanguage();
  const at = declared ? formatDateTime(declared.declaredAt, shown) : '';
  return (
    <article aria-labelledby="calendar-day-title">
      <h2 id="calendar-day-title">{formatWeekday(officeInstant(day, '12:00'), shown)}</h2>
      <dl className="facts">
        <div>
          <dt>{t('published')}</dt>
          <dd>{t(`kind.${published}`)}</dd>
        </div>
        <div>
          <dt>{t('declared')}</dt>
          <dd>
            {declared ? (
              <>
                {t(`kind.${dayKind(published, declared.kind)}`)} · {declared.reason}
                <br />
                <span className="soft">{t('declared.at', { at })}</span>
              </>
            ) : (
              t('declared.none')
            )}
          </dd>
        </div>
      </dl>
      <DeclareForm day={day} published={published} declared={declared} />
    </article>
  );
}

function DeclareForm({ day, published, declared }: DayViewProps) {
  const t = useWords(calendarWords);
  const shown = useLanguage();
  const acts = useActs();
  const { declare } = useCalendarActs();
  const key = `calendar.${day}.`;
  const version = declared ? Date.parse(declared.declaredAt) : 0;
  const { seen, stale, catchUp } = useSeen({ id: day, version, declared }, key);
  const opposite: Kind = isWorked(published) ? 'free' : 'working';
  const draft = useDraft<{ kind: Kind; reason: string }>(`${key}declare`, {
    kind: seen.declared ? 'as_published' : opposite,
    reason: '',
  });
  const [faults, setFaults] = useState(NONE);
  const [done, setDone] = useState(false);
  const refused = useMemo(() => problemFields(acts.error, PLACES), [acts.error]);
  const errors = faults.length > 0 ? faults : refused;
  const { kind, reason } = draft.value;
  const kinds: readonly Kind[] = seen.declared ? ['as_published', 'free', 'working'] : ['free', 'working'];
  const isAsItIs = seen.declared === undefined && kind !== opposite;

  const submit = () => {
    const found = [
      ...(isAsItIs ? [{ field: KIND, text: t('fault.asItIs', { kind: t(`kind.${published}`) }) }] : []),
      ...(reason.trim().length < 2 ? [{ field: REASON, text: t('fault.reason') }] : []),
    ];
    setFaults(found);
    setDone(false);
    if (found.length > 0) return;
    acts.ask({
      consequence: t('consequence.day', {
        day: formatWeekday(officeInstant(day, '12:00'), shown),
        what: t(`becomes.${dayKind(published, kind)}`),
      }),
      act: kind === 'as_published' ? t('withdraw') : t('declare'),
      run: () => declare({ day, kind, reason, replaces: seen.declared?.declaredAt ?? null }),
      onDone: () => {
        draft.clear();
        setDone(true);
      },
    });
  };
  const said = (one: DeclaredDayDto | undefined) =>
    one ? `${t(`kind.${dayKind(published, one.kind)}`)} · ${one.reason}` : t('declared.none');
  return (
    <section aria-labelledby="declare-title" className="calendar-part">
      <h3 id="declare-title">{t('change')}</h3>
      {done ? (
        <p className="notice notice-ok" role="status">
          {t('done.day')}
        </p>
      ) : null}
      <ActForm onSubmit={submit} sendKey>
        {stale ? (
          <StaleNotice
            changes={[{ label: t('declared'), was: said(seen.declared), now: said(declared) }]}
            onContinue={catchUp}
          />
        ) : null}
        <ErrorSummary errors={errors} />
        {isChanged(acts.error) || errors.length > 0 ? null : <ProblemAlert error={acts.error} />}
        <Choice<Kind>
          id={KIND}
          label={t('change.to')}
          value={kind}
          error={errorOf(errors, KIND)}
          options={kinds.map((one) => ({ value: one, label: t(`choice.${one}`) }))}
          onChange={(one) => draft.change({ kind: one })}
        />
        <TextField
          id={REASON}
          label={t('reason')}
          hint={t('reason.hint')}
          rows={3}
          required
          error={errorOf(errors, REASON)}
          value={reason}
          onChange={(text) => draft.change({ reason: text })}
        />
        <p className="soft">{t('recount')}</p>
        <div className="buttons">
          <Button type="primary" htmlType="submit" disabled={stale} loading={acts.busy}>
            {kind === 'as_published' ? t('withdraw') : t('declare')}…
          </Button>
        </div>
      </ActForm>
      {acts.dialog}
    </section>
  );
}
