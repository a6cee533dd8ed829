import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { ActForm } from '../../controls/act-form.js';
import { Button } from '../../controls/button.js';
import { TextField } from '../../controls/value-fields.js';
import { useDraft } from '../../controls/use-draft.js';
import { interviewWords } from '../interview.words.js';
import type { CaseActs } from '../use-case-acts.js';
import { Revisable } from './revisable.js';

/** Step 1, 梳理: the root cause, in words. */
export function RootCauseStep({ acts }: { acts: CaseActs }) {
  const { rootCause, allowed } = acts.seen;
  return (
    <Revisable
      done={rootCause !== null}
      mayRevise={allowed.includes('root-cause')}
      text={
        <p className="prose" lang={writtenIn(rootCause)}>
          {rootCause}
        </p>
      }
      form={(close) => <RootCauseForm acts={acts} onDone={close} />}
    />
  );
}

function RootCauseForm({ acts, onDone }: { acts: CaseActs; onDone: () => void }) {
  const t = useWords(interviewWords);
  const item = acts.seen;
  const draft = useDraft(`case.${item.id}.root-cause`, { text: item.rootCause ?? '' }, acts.busy);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    const rootCause = draft.value.text.trim();
    setMissing(rootCause === '');
    if (rootCause === '') return;
    acts.submit(
      { action: 'root-cause', body: { rootCause } },
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
      <TextField
        id="root-cause"
        label={t('rootCause')}
        hint={t('rootCause.hint')}
        required
        error={missing ? t('rootCause.missing') : undefined}
        rows={3}
        value={draft.value.text}
        onChange={(next) => draft.change({ text: next })}
      />
      <Button type="primary" htmlType="submit" loading={acts.busy}>
        {t('rootCause.send')}
      </Button>
    </ActForm>
  );
}
