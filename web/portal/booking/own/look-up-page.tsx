import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { ownWords } from './own.words.js';
import { ownPath } from './use-booking.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { SubmitButton } from '../../form/submit-button.js';
import { TextInput } from '../../form/text-input.js';
import { Page } from '../../shell/page.js';

/** The way to a booking for whoever has only its code. */
export default function LookUpPage() {
  const t = useWords(ownWords);
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const plain = code.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  const error = attempt > 0 && plain === '' ? t('codeMissing') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (plain !== '') go(ownPath(encodeURIComponent(plain)));
  };
  return (
    <Page title={t('lookUpTitle')} back={{ href: '/', label: t('home') }}>
      <form noValidate onSubmit={submit}>
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'code', text: error }]} attempt={attempt} />
        <TextInput
          id="code"
          label={t('codeLabel')}
          hint={t('codeHint')}
          error={error}
          value={code}
          onChange={setCode}
          maxLength={20}
          short
        />
        <SubmitButton label={t('open')} />
        <p className="soft">{t('lost')}</p>
      </form>
    </Page>
  );
}
