import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Field } from '../controls/field.js';
import { officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { useInstruction } from './report.queries.js';
import { reportWords } from './report.words.js';

const EMPTY = { unitId: '', text: '', dueOn: '' };

/** 批示: a leader writes on the report, and it becomes a dated item of a unit. */
export function InstructionForm({ reportId }: { reportId: string }) {
  const t = useWords(reportWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const units = useUnits();
  const draft = useDraft(`instruction.${reportId}`, EMPTY);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const acts = useActs();
  const give = useInstruction(reportId);
  const handling = (units.data ?? []).filter((unit) => unit.kind === 'unit');
  const submit = () => {
    const { dueOn } = draft.value;
    const text = draft.value.text.trim();
    const unit = handling.find((one) => one.id === draft.value.unitId);
    const faults: FieldError[] = [];
    if (!unit) faults.push({ field: 'instruction-unit', text: t('instruction.unitMissing') });
    if (text === '') faults.push({ field: 'instruction-text', text: t('instruction.textMissing') });
    if (dueOn === '') faults.push({ field: 'instruction-due', text: t('instruction.dueOnMissing') });
    setErrors(faults);
    if (faults.length > 0 || !unit) return;
    acts.ask({
      consequence: t('instruction.consequence', {
        unit: nameOf(unit),
        day: formatDate(officeInstant(dueOn, '12:00'), shown),
      }),
      act: t('instruction.act'),
      run: () => give.mutateAsync({ unitId: unit.id, text, dueOn }),
      onDone: draft.clear,
    });
  };
  return (
    <section aria-labelledby="instruction-title">
      <h3 id="instruction-title">{t('instruction.title')}</h3>
      <form
        className="act-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary errors={errors} />
        <ProblemAlert error={acts.error} />
        <Field id="instruction-unit" label={t('instruction.unit')} required error={errorOf(errors, 'instruction-unit')}>
          {(control) => (
            <select
              {...control}
              value={draft.value.unitId}
              onChange={(event) => draft.change({ unitId: event.target.value })}
            >
              <option value="">{t('instruction.choose')}</option>
              {handling.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {nameOf(unit)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="instruction-text" label={t('instruction.text')} required error={errorOf(errors, 'instruction-text')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              value={draft.value.text}
              onChange={(event) => draft.change({ text: event.target.value })}
            />
          )}
        </Field>
        <Field id="instruction-due" label={t('instruction.dueOn')} required error={errorOf(errors, 'instruction-due')}>
          {(control) => (
            <input
              {...control}
              className="native"
              type="date"
              value={draft.value.dueOn}
              onChange={(event) => draft.change({ dueOn: event.target.value })}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('instruction.send')}
        </Button>
        {acts.dialog}
      </form>
    </section>
  );
}
