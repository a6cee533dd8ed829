import { useState } from 'react';
import type { AgreeTimeDto, ContactRequestRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { officeClock, officeDay, officeInstant } from '../controls/office-time.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { DayField, SelectField, TimeField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useSites } from '../sites/site.queries.js';
import { contactListWords } from './contact-list.words.js';

const STEP_SECONDS = 300;

interface AgreeFormProps {
  request: ContactRequestRow;
  onAgree: (body: AgreeTimeDto) => Promise<unknown>;
}

/** The time agreed on the telephone; it begins with what was wished. */
export function AgreeForm({ request, onAgree }: AgreeFormProps) {
  const t = useWords(contactListWords);
  const nameOf = useNameOf();
  const acts = useActs();
  const sites = useSites();
  const start = request.agreedStartAt ?? request.wishFrom;
  const [day, setDay] = useState(start ? officeDay(new Date(start)) : '');
  const [from, setFrom] = useState(start ? officeClock(new Date(start)) : '');
  const [to, setTo] = useState(request.agreedEndAt ? officeClock(new Date(request.agreedEndAt)) : '');
  const [siteId, setSite] = useState(request.siteId ?? '');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const missing = [day, from, to, siteId].includes('');
    setMissing(missing);
    if (missing) return;
    const body = { startAt: officeInstant(day, from), endAt: officeInstant(day, to), siteId };
    acts.now({ run: () => onAgree(body) });
  };
  return (
    <section aria-labelledby="contact-agree">
      <h3 id="contact-agree">{t('agree')}</h3>
      <ActForm onSubmit={submit}>
        <ProblemAlert error={acts.error ?? sites.error} />
        {isMissing ? (
          <p className="field-error" role="alert">
            {t('agree.missing')}
          </p>
        ) : null}
        <div className="contact-times">
          <DayField id="agree-day" label={t('agree.day')} value={day} onChange={setDay} />
          <TimeField id="agree-from" label={t('agree.from')} step={STEP_SECONDS} value={from} onChange={setFrom} />
          <TimeField id="agree-to" label={t('agree.to')} step={STEP_SECONDS} value={to} onChange={setTo} />
        </div>
        <SelectField
          id="agree-site"
          label={t('agree.site')}
          none={t('agree.siteChoose')}
          value={siteId}
          options={(sites.data ?? []).map((site) => ({ value: site.id, label: nameOf(site) }))}
          onChange={setSite}
        />
        <Button type={request.state === 'contacted' ? 'primary' : 'default'} htmlType="submit" loading={acts.busy}>
          {t('agree')}
        </Button>
      </ActForm>
    </section>
  );
}
