import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { TextField } from '../../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../../controls/error-summary.js';
import { Choice } from '../../controls/field.js';
import { useDraft } from '../../controls/use-draft.js';
import { linesOf } from '../../controls/lines.js';
import { PLAN_CLASSES, type PlanClass } from '../case-terms.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';
import { Revisable } from './revisable.js';

/** Step 2, 方案: its class decides the talk, its legal basis stands behind it. */
export function PlanStep({ acts }: { acts: CaseActs }) {
  const t = useWords(interviewWords);
  const { plan, allowed } = acts.seen;
  return (
    <Revisable
      done={plan !== null}
      mayRevise={allowed.includes('plan')}
      text={
        plan ? (
          <>
            <p>
              <strong>{t(`class.${plan.class}`)}</strong>
              <span className="soft"> · {t(`class.${plan.class}.way`)}</span>
            </p>
            <p className="prose" lang={writtenIn(plan.plan)}>
              {plan.plan}
            </p>
            <ul className="bases" aria-label={t('legalBasis')}>
              {plan.legalBasis.map((basis) => (
                <li key={basis}>{basis}</li>
              ))}
            </ul>
          </>
        ) : null
      }
      form={(close) => <PlanForm acts={acts} onDone={close} />}
    />
  );
}

function PlanForm({ acts, onDone }: { acts: CaseActs; onDone: () => void }) {
  const t = useWords(interviewWords);
  const item = acts.seen;
  const draft = useDraft(
    `case.${item.id}.plan`,
    {
      class: item.plan?.class ?? (null as PlanClass | null),
      plan: item.plan?.plan ?? '',
      legalBasis: item.plan?.legalBasis.join('\n') ?? '',
    },
    acts.busy,
  );
  const [errors, setErrors] = useState<FieldError[]>([]);
  const submit = () => {
    const plan = draft.value.plan.trim();
    const legalBasis = linesOf(draft.value.legalBasis);
    const faults: FieldError[] = [];
    if (!draft.value.class) faults.push({ field: 'plan-class', text: t('class.missing') });
    if (plan === '') faults.push({ field: 'plan-text', text: t('plan.missing') });
    if (legalBasis.length === 0) faults.push({ field: 'legal-basis', text: t('legalBasis.missing') });
    setErrors(faults);
    if (faults.length > 0 || !draft.value.class) return;
    acts.submit(
      { action: 'plan', body: { class: draft.value.class, plan, legalBasis } },
      {
        onDone: () => {
          draft.clear();
          onDone();
        },
      },
    );
  };
  return (
    <ActForm onSubmit={submit} sendKey saving={acts.busy}>
      <ErrorSummary errors={errors} />
      <Choice
        id="plan-class"
        label={t('class')}
        required
        value={draft.value.class}
        error={errorOf(errors, 'plan-class')}
        options={PLAN_CLASSES.map((one) => ({ value: one, label: t(`class.${one}`), hint: t(`class.${one}.way`) }))}
        onChange={(next) => draft.change({ class: next })}
      />
      <TextField
        id="plan-text"
        label={t('plan')}
        hint={t('plan.hint')}
        required
        error={errorOf(errors, 'plan-text')}
        rows={3}
        value={draft.value.plan}
        onChange={(next) => draft.change({ plan: next })}
      />
      <TextField
        id="legal-basis"
        label={t('legalBasis')}
        hint={t('legalBasis.hint')}
        required
        error={errorOf(errors, 'legal-basis')}
        rows={3}
        value={draft.value.legalBasis}
        onChange={(next) => draft.change({ legalBasis: next })}
      />
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t('plan.send')}
      </Button>
    </ActForm>
  );
}
