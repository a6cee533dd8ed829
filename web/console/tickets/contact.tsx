import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import type { TicketDetailDto } from '@shared/api/generated/hotline.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { Field } from '../controls/field.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useContactReveal } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';

/** Who to reach, masked. Opening it asks for a reason and leaves a line in the ledger. */
export function Contact({ ticket }: { ticket: TicketDetailDto }) {
  const t = useWords(ticketWords);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const reveal = useContactReveal(ticket.id);
  const shown = reveal.data ?? ticket.contactMasked;
  const submit = () => {
    const given = reason.trim();
    setMissing(given === '');
    if (given !== '') reveal.mutate(given, { onSuccess: () => setAsking(false) });
  };
  return (
    <section aria-labelledby="ticket-contact">
      <h3 id="ticket-contact">{t('contact')}</h3>
      <p className="contact">
        <span>{shown.name ?? (shown.phone ? t('contact.noName') : t('contact.hidden'))}</span>
        {shown.phone ? <span className="phone">{shown.phone}</span> : null}
        {!reveal.data && !asking && ticket.allowed.includes('reveal') ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('contact.reveal')}
          </Button>
        ) : null}
      </p>
      {reveal.data ? <p className="soft">{t('contact.revealed')}</p> : null}
      {asking ? (
        <ActForm onSubmit={submit}>
          <ProblemAlert error={reveal.error} />
          <Field
            id="reveal-reason"
            label={t('contact.reason')}
            hint={t('contact.logged')}
            required
            error={missing ? t('contact.reasonMissing') : undefined}
          >
            {(control) => (
              <Input {...control} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <div className="buttons">
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              {t('contact.show')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('contact.cancel')}</Button>
          </div>
        </ActForm>
      ) : null}
    </section>
  );
}
