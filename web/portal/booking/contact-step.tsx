import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { BookingSummary } from './booking-summary.js';
import { ContactErrors, ContactFields, useContactForm, VisitAddress } from './contact-fields.js';
import { contactWords } from './contact.words.js';
import { useDraft } from './draft-store.js';
import type { Flaw, Hold } from './draft.js';
import { HoldNotice } from './hold-notice.js';
import { hold } from './hold.js';
import { pathOf, useStepFrame } from './step-frame.js';
import { useConfirmation } from './use-confirmation.js';
import { SubmitButton } from '../form/submit-button.js';
import { TextInput } from '../form/text-input.js';
import { useSending } from '../form/use-sending.js';
import { Page } from '../shell/page.js';

const ASKED: readonly Flaw['field'][] = ['visitAddress', 'phone', 'representativeName', 'representativeRelation'];

/** Step 4: contact and check, while the time is kept. */
export function ContactStep({ held }: { held: Hold }) {
  const t = useWords(contactWords);
  const draft = useDraft();
  const frame = useStepFrame('contact', pathOf('time'));
  const [, go] = useLocation();
  const confirmation = useConfirmation();
  const keeping = useSending();
  const form = useContactForm(ASKED, confirmation);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.check()) confirmation.send();
  };
  const keep = () =>
    keeping.send(async () => {
      if (!(await hold(held))) go(pathOf('time'));
    });

  return (
    <Page title={t('title')} {...frame}>
      <HoldNotice held={held} isKeeping={keeping.isPending} onKeep={keep} />
      <BookingSummary held={held} />
      <form noValidate onSubmit={submit}>
        <ContactErrors form={form} problem={confirmation.problem ?? keeping.problem} title={t('notBooked')} />
        <ContactFields form={form} phoneHint={t('phoneHint')}>
          {draft.homeVisit && <VisitAddress form={form} />}
        </ContactFields>
        {draft.represented && (
          <>
            <h2>{t('representativeTitle')}</h2>
            <TextInput {...form.bind('representativeName')} label={t('representativeName')} />
            <TextInput
              {...form.bind('representativeRelation')}
              label={t('representativeRelation')}
              hint={t('relationHint')}
            />
          </>
        )}
        <SubmitButton label={t('confirm')} isPending={confirmation.isPending} />
      </form>
    </Page>
  );
}
