import { useState } from 'react';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { DayField, TextField } from '../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { UnitField } from '../directory/unit-field.js';
import { useHandlingUnits, useNameOf } from '../directory/unit.queries.js';
import { useInstruction } from './report.queries.js';
import { reportWords } from './report.words.js';

const EMPTY = { unitId: '', text: '', dueOn: '' };

/** 批示: a leader writes on the report, and it becomes a dated item of a unit. */
export function InstructionForm({ reportId }: { reportId: string }) {
  const t = useWords(reportWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const draft = useDraft(`instruction.${reportId}`, EMPTY);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const acts = useActs();
  const give = useInstruction(reportId);
  const handling = useHandlingUnits();
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
      <ActForm onSubmit={submit}>
        <ErrorSummary errors={errors} />
        <ProblemAlert error={acts.error} />
        <UnitField
          id="instruction-unit"
          label={t('instruction.unit')}
          choose={t('instruction.choose')}
          value={draft.value.unitId}
          error={errorOf(errors, 'instruction-unit')}
          onChange={(unitId) => draft.change({ unitId })}
        />
        <TextField
          id="instruction-text"
          label={t('instruction.text')}
          required
          error={errorOf(errors, 'instruction-text')}
          rows={3}
          value={draft.value.text}
          onChange={(next) => draft.change({ text: next })}
        />
        <DayField
          id="instruction-due"
          label={t('instruction.dueOn')}
          required
          error={errorOf(errors, 'instruction-due')}
          value={draft.value.dueOn}
          onChange={(next) => draft.change({ dueOn: next })}
        />
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('instruction.send')}
        </Button>
        {acts.dialog}
      </ActForm>
    </section>
  );
}
