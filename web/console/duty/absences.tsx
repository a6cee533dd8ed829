import { Input } from 'antd';
import { useState } from 'react';
import type { AbsenceRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { DayField } from '../controls/value-fields.js';
import { useOfficers } from '../sites/officer.queries.js';
import { useDayName } from './duty-names.js';
import { useAbsenceActs, useAbsences } from './duty.queries.js';
import { dutyWords } from './duty.words.js';

const EMPTY = { officerId: '', fromDay: '', toDay: '', reason: '' };

/** Who is away at a site; an absence is reported here, and ended. */
export function Absences({ siteId }: { siteId: string }) {
  const t = useWords(dutyWords);
  const dayName = useDayName();
  const absences = useAbsences(siteId);
  const steps = useAbsenceActs(siteId);
  const acts = useActs();
  const [said, say] = useState('');
  const end = (absence: AbsenceRow) =>
    acts.ask({
      consequence: t('absence.endConsequence', { who: absence.officerName }),
      act: t('absence.end'),
      run: async () => {
        const { givenBack } = await steps.end(absence.id);
        say(t('absence.ended', { count: givenBack.length }));
      },
    });
  return (
    <section aria-labelledby="absences-title" className="duty-absences">
      <h2 id="absences-title">{t('absences')}</h2>
      <ProblemAlert error={absences.error ?? acts.error} />
      {absences.data?.length === 0 ? <p className="soft">{t('absences.none')}</p> : null}
      <ul>
        {(absences.data ?? []).map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.officerName}</strong> {t('period', { from: dayName(one.fromDay), to: dayName(one.toDay) })}
              <small className="soft"> {one.reason}</small>
            </span>
            <Button size="small" onClick={() => end(one)}>
              {t('absence.end')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <AbsenceForm siteId={siteId} onSaid={say} />
      {acts.dialog}
    </section>
  );
}

function AbsenceForm({ siteId, onSaid }: { siteId: string; onSaid: (text: string) => void }) {
  const t = useWords(dutyWords);
  const dayName = useDayName();
  const officers = useOfficers(siteId);
  const steps = useAbsenceActs(siteId);
  const acts = useActs();
  const draft = useDraft(`absence.${siteId}`, EMPTY);
  const [isMissing, setMissing] = useState(false);
  const { officerId, fromDay, toDay, reason } = draft.value;
  const submit = () => {
    const missing = [officerId, fromDay, toDay, reason.trim()].includes('');
    setMissing(missing);
    if (missing) return;
    const who = officers.data?.find(({ id }) => id === officerId)?.name ?? '';
    acts.ask({
      consequence: t('absence.consequence', { who, from: dayName(fromDay), to: dayName(toDay) }),
      act: t('absence.report'),
      run: async () => {
        const { duties, closed } = await steps.report({ officerId, fromDay, toDay, reason: reason.trim() });
        const taken = duties.filter(({ takenOverBy }) => takenOverBy !== null).length;
        onSaid(t('absence.result', { duties: duties.length, taken, closed: closed.length }));
      },
      onDone: draft.clear,
    });
  };
  return (
    <details className="duty-report">
      <summary>{t('absence.report')}</summary>
      <ActForm onSubmit={submit}>
        <ProblemAlert error={acts.error ?? officers.error} />
        {isMissing ? (
          <p className="field-error" role="alert">
            {t('absence.missing')}
          </p>
        ) : null}
        <Field id="absence-officer" label={t('absence.officer')}>
          {(control) => (
            <select
              {...control}
              value={officerId}
              onChange={(event) => draft.change({ officerId: event.target.value })}
            >
              <option value="">{t('absence.choose')}</option>
              {(officers.data ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="duty-days">
          <DayField
            id="absence-from"
            label={t('absence.from')}
            value={fromDay}
            onChange={(value) => draft.change({ fromDay: value })}
          />
          <DayField
            id="absence-to"
            label={t('absence.to')}
            value={toDay}
            onChange={(value) => draft.change({ toDay: value })}
          />
        </div>
        <Field id="absence-reason" label={t('absence.reason')}>
          {(control) => (
            <Input {...control} value={reason} onChange={(event) => draft.change({ reason: event.target.value })} />
          )}
        </Field>
        <Button htmlType="submit" loading={acts.busy}>
          {t('absence.report')}
        </Button>
      </ActForm>
      {acts.dialog}
    </details>
  );
}
