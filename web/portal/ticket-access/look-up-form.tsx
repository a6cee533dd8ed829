import { useState, type FormEvent } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ticketAccessWords } from './ticket-access.words.js';
import type { Access } from './ticket-access.js';
import { ErrorSummary, type FieldError } from '../form/error-summary.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { SubmitButton } from '../form/submit-button.js';
import { TextInput } from '../form/text-input.js';

interface Props {
  /** From the link of a text message. */
  number?: string | undefined;
  isPending: boolean;
  problem: unknown;
  onOpen: (access: Access) => Promise<void>;
}

export function LookUpForm({ number: given = '', isPending, problem, onOpen }: Props) {
  const t = useWords(ticketAccessWords);
  const [number, setNumber] = useState(given);
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);

  const flaws: FieldError[] = [];
  if (number.trim() === '') flaws.push({ field: 'number', text: t('numberMissing') });
  if (code.trim() === '') flaws.push({ field: 'code', text: t('codeMissing') });
  const shown = attempt === 0 ? [] : flaws;
  const errorOf = (field: string) => shown.find((flaw) => flaw.field === field)?.text;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (flaws.length === 0) void onOpen({ number: number.trim(), code: code.trim() });
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={shown} attempt={attempt} />
      {shown.length === 0 && <ProblemNotice problem={problem} title={t('notOpened')} />}
      <TextInput
        id="number"
        label={t('number')}
        hint={t('numberHint')}
        error={errorOf('number')}
        value={number}
        onChange={setNumber}
        maxLength={20}
        inputMode="numeric"
      />
      <TextInput
        id="code"
        label={t('code')}
        hint={t('codeHint')}
        error={errorOf('code')}
        value={code}
        onChange={setCode}
        maxLength={12}
        short
      />
      <SubmitButton label={t('open')} isPending={isPending} />
      <p className="soft">{t('lost')}</p>
    </form>
  );
}
