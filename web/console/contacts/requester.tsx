import { useState } from 'react';
import type { ContactRequestRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { TextField } from '../controls/value-fields.js';
import { contactListWords } from './contact-list.words.js';
import { useRequesterReveal } from './contact.queries.js';

/** The number, masked; opening it takes a reason, which the ledger keeps. */
export function Requester({ request }: { request: ContactRequestRow }) {
  const t = useWords(contactListWords);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const reveal = useRequesterReveal(request.id);
  const submit = () => {
    const given = reason.trim();
    setMissing(given === '');
    if (given !== '') reveal.mutate(given, { onSuccess: () => setAsking(false) });
  };
  return (
    <section aria-label={t('phone')}>
      <p className="contact">
        {reveal.data ? <span>{reveal.data.name ?? t('reveal.noName')}</span> : null}
        <span className="phone">{reveal.data?.phone ?? request.phoneMasked}</span>
        {reveal.data || asking ? null : (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('reveal')}
          </Button>
        )}
      </p>
      {asking ? (
        <ActForm onSubmit={submit}>
          <ProblemAlert error={reveal.error} />
          <TextField
            id="contact-reveal"
            label={t('reveal.reason')}
            hint={t('reveal.hint')}
            rows={2}
            required
            error={isMissing ? t('reveal.missing') : undefined}
            value={reason}
            onChange={setReason}
          />
          <Button htmlType="submit" loading={reveal.isPending}>
            {t('reveal')}
          </Button>
        </ActForm>
      ) : null}
    </section>
  );
}
