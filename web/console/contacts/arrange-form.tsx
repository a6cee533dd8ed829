import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { SelectField } from '../controls/value-fields.js';
import { useOfficers } from '../sites/officer.queries.js';
import { contactListWords } from './contact-list.words.js';

interface ArrangeFormProps {
  siteId: string | null;
  onArrange: (officerId: string) => Promise<unknown>;
}

/** Who serves the citizen at the time agreed. */
export function ArrangeForm({ siteId, onArrange }: ArrangeFormProps) {
  const t = useWords(contactListWords);
  const acts = useActs();
  const officers = useOfficers(siteId);
  const [officerId, setOfficer] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(officerId === '');
    if (officerId !== '') acts.now({ run: () => onArrange(officerId) });
  };
  return (
    <section aria-labelledby="contact-arrange">
      <h3 id="contact-arrange">{t('arrange')}</h3>
      <ActForm onSubmit={submit}>
        <ProblemAlert error={acts.error ?? officers.error} />
        <SelectField
          id="arrange-officer"
          label={t('arrange.officer')}
          none={t('arrange.choose')}
          error={isMissing ? t('arrange.missing') : undefined}
          value={officerId}
          options={(officers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setOfficer}
        />
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('arrange')}
        </Button>
      </ActForm>
    </section>
  );
}
