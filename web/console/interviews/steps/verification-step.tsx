import { useState } from 'react';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import type { CaseVerification } from '@shared/api/generated/interviews.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { TextField } from '../../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../../controls/error-summary.js';
import { Choice } from '../../controls/field.js';
import { useDraft } from '../../controls/use-draft.js';
import { METHODS, type VerificationMethod } from '../case-terms.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';

/** 纪委督办: every talk is verified, by telephone or on the spot. */
export function VerificationStep({ acts }: { acts: CaseActs }) {
  const { verification, allowed } = acts.seen;
  if (verification) return <VerificationText verification={verification} />;
  return allowed.includes('verification') ? <VerificationForm acts={acts} /> : null;
}

export function VerificationText({ verification }: { verification: CaseVerification }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  return (
    <>
      <p>
        <strong>{t(verification.satisfied ? 'satisfied.yes' : 'satisfied.no')}</strong> ·{' '}
        {t(`method.${verification.method}`)}
      </p>
      <p className="prose" lang={writtenIn(verification.progress)}>
        {verification.progress}
      </p>
      {verification.criticism ? (
        <p className="prose" lang={writtenIn(verification.criticism)}>
          {verification.criticism}
        </p>
      ) : null}
      {verification.advice ? (
        <p className="prose" lang={writtenIn(verification.advice)}>
          {verification.advice}
        </p>
      ) : null}
      <p className="soft">
        {t('verifiedBy', { who: verification.verifiedBy, at: formatDateTime(verification.verifiedAt, shown) })}
      </p>
    </>
  );
}

const EMPTY = {
  method: 'phone' as VerificationMethod,
  satisfied: null as 'yes' | 'no' | null,
  progress: '',
  criticism: '',
  advice: '',
};

function VerificationForm({ acts }: { acts: CaseActs }) {
  const t = useWords(interviewWords);
  const item = acts.seen;
  const draft = useDraft(`case.${item.id}.verification`, EMPTY);
  const { method, satisfied, progress, criticism, advice } = draft.value;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const submit = () => {
    const faults: FieldError[] = [];
    if (!satisfied) faults.push({ field: 'satisfied', text: t('satisfied.missing') });
    if (progress.trim() === '') faults.push({ field: 'progress', text: t('progress.missing') });
    setErrors(faults);
    if (faults.length > 0) return;
    acts.submit(
      {
        action: 'verification',
        body: {
          method,
          satisfied: satisfied === 'yes',
          progress: progress.trim(),
          ...(criticism.trim() ? { criticism: criticism.trim() } : {}),
          ...(advice.trim() ? { advice: advice.trim() } : {}),
        },
      },
      {
        consequence: t(satisfied === 'yes' ? 'verification.yes' : 'verification.no', { number: item.caseNumber }),
        act: t('verification.send').replace('…', ''),
        danger: satisfied === 'no',
        onDone: draft.clear,
      },
    );
  };
  return (
    <ActForm onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Choice
        id="method"
        label={t('method')}
        value={method}
        options={METHODS.map((one) => ({ value: one, label: t(`method.${one}`) }))}
        onChange={(next) => draft.change({ method: next })}
      />
      <Choice
        id="satisfied"
        label={t('satisfied')}
        required
        value={satisfied}
        error={errorOf(errors, 'satisfied')}
        options={[
          { value: 'yes', label: t('satisfied.yes') },
          { value: 'no', label: t('satisfied.no') },
        ]}
        onChange={(next) => draft.change({ satisfied: next })}
      />
      <TextField
        id="progress"
        label={t('progress')}
        required
        error={errorOf(errors, 'progress')}
        rows={3}
        value={progress}
        onChange={(next) => draft.change({ progress: next })}
      />
      <TextField
        id="criticism"
        label={t('criticism')}
        rows={2}
        value={criticism}
        onChange={(next) => draft.change({ criticism: next })}
      />
      <TextField
        id="advice"
        label={t('advice')}
        rows={2}
        value={advice}
        onChange={(next) => draft.change({ advice: next })}
      />
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t('verification.send')}
      </Button>
    </ActForm>
  );
}
