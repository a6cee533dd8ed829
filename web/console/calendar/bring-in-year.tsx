import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CalendarYearDto } from '@shared/api/generated/hotline.js';
import { ApiProblem } from '@shared/http/problem.js';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { problemFields } from '../controls/problem-fields.js';
import { StaleNotice } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useSeen } from '../controls/use-seen.js';
import { LineField } from '../schedule/form-fields.js';
import { ArrangementRows } from './arrangement-rows.js';
import { isChanged } from './calendar-changed.js';
import { useCalendarActs } from './calendar.queries.js';
import { calendarWords } from './calendar.words.js';
import { NoticeReader } from './notice-reader.js';
import { arrangementOf, spansOf } from './year-days.js';
import {
  bodyOf,
  dayField,
  daysOfDraft,
  draftOf,
  faultsOf,
  fieldsOfDays,
  SOURCE_FIELD,
  spanField,
  type YearDraft,
} from './year-draft.js';
import { YearGrid } from './year-grid.js';

const PLACES = { '/source': SOURCE_FIELD, '/holidays': spanField(0), '/makeUpDays': dayField(0) };
const NONE: FieldError[] = [];

interface BringInYearProps {
  year: number;
  /** What was brought in before, where it is corrected. */
  known: CalendarYearDto | undefined;
  /** Where the year is shown. */
  back: string;
}

/** The published arrangement of a year, read in or typed, looked over month by month, and confirmed. */
export function BringInYear({ year, known, back }: BringInYearProps) {
  const t = useWords(calendarWords);
  const [, go] = useLocation();
  const acts = useActs();
  const { bringIn } = useCalendarActs();
  const key = `calendar.${year}.`;
  const version = known?.broughtInAt ? Date.parse(known.broughtInAt) : 0;
  const { seen, stale, catchUp } = useSeen({ id: String(year), version, known }, key);
  const draft = useDraft<YearDraft>(`${key}year`, draftOf(seen.known));
  const [faults, setFaults] = useState(NONE);
  const refused = useMemo(() => refusedFields(acts.error, draft.value), [acts.error]);
  const errors = faults.length > 0 ? faults : refused;
  const days = daysOfDraft(draft.value);

  const submit = () => {
    const found = faultsOf(draft.value).map(({ field, fault }) => ({ field, text: t(`fault.${fault}`) }));
    setFaults(found);
    if (found.length > 0) return;
    const counts = { year, holidays: days.holidays.length, makeUpDays: days.makeUpDays.length };
    acts.ask({
      consequence: t('consequence.year', counts),
      act: t('bringIn'),
      run: () => bringIn(year, bodyOf(draft.value, seen.known?.broughtInAt ?? null)),
      onDone: () => {
        draft.clear();
        go(back);
      },
    });
  };
  const said = (one: CalendarYearDto | undefined) => [
    {
      label: t('holidays'),
      text: spansOf(one?.holidays ?? [])
        .map(({ from, to }) => `${from} – ${to}`)
        .join('\n'),
    },
    { label: t('makeUpDays'), text: (one?.makeUpDays ?? []).join('\n') },
    { label: t('source'), text: one?.source ?? '' },
  ];
  const changes = () => {
    const now = said(known);
    return said(seen.known)
      .map(({ label, text }, index) => ({ label, was: text, now: now[index]?.text ?? '' }))
      .filter((change) => change.was !== change.now);
  };
  return (
    <div className="calendar-bring-in">
      <section aria-labelledby="bring-in-title" className="calendar-part">
        <Link href={back} className="back">
          <Icon name="arrowLeft" size="1em" />
          {t('back')}
        </Link>
        <h1 id="bring-in-title">{t(known ? 'correct.of' : 'bringIn.of', { year })}</h1>
        <p className="soft">{t('bringIn.how')}</p>
        <ActForm onSubmit={submit} sendKey>
          {stale ? <StaleNotice changes={changes()} onContinue={catchUp} /> : null}
          <ErrorSummary errors={errors} />
          {isChanged(acts.error) || errors.length > 0 ? null : <ProblemAlert error={acts.error} />}
          <NoticeReader year={year} draft={draft.value} change={draft.change} />
          <ArrangementRows draft={draft.value} change={draft.change} error={(field) => errorOf(errors, field)} />
          <LineField
            id={SOURCE_FIELD}
            label={t('source')}
            hint={t('source.hint')}
            required
            error={errorOf(errors, SOURCE_FIELD)}
            value={draft.value.source}
            onChange={(source) => draft.change({ source })}
          />
          <p className="soft">{t('recount.year')}</p>
          <div className="buttons">
            <Button type="primary" htmlType="submit" disabled={stale} loading={acts.busy}>
              {t('bringIn')}…
            </Button>
            <Button
              onClick={() => {
                setFaults(NONE);
                draft.clear();
              }}
            >
              {t('undo')}
            </Button>
          </div>
        </ActForm>
        {acts.dialog}
      </section>
      <section aria-labelledby="preview-title" className="calendar-part">
        <h2 id="preview-title">{t('preview')}</h2>
        <p aria-live="polite">
          {t('preview.counts', { holidays: days.holidays.length, makeUpDays: days.makeUpDays.length })}
        </p>
        <YearGrid year={year} arrangement={arrangementOf(days.holidays, days.makeUpDays)} />
      </section>
    </div>
  );
}

/** A rule names the days that break it: it is said at each row that has one of them. */
function refusedFields(error: unknown, draft: YearDraft): FieldError[] {
  const days = error instanceof ApiProblem && Array.isArray(error.data.days) ? error.data.days.map(String) : [];
  if (!(error instanceof ApiProblem) || days.length === 0) return problemFields(error, PLACES);
  return fieldsOfDays(draft, days).map((field) => ({ field, text: error.detail ?? error.title }));
}
