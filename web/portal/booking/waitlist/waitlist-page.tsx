import { useState, type FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import '../booking.css';
import { language as languageNow } from '@shared/i18n/language.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { waitlistWords } from './waitlist.words.js';
import { oneItem, sitesOf } from '../catalogue.js';
import { ContactErrors, ContactFields, useContactForm, VisitAddress } from '../contact-fields.js';
import { daysToChoose } from '../days.js';
import { change, clearDraft, currentDraft, useDraft } from '../draft-store.js';
import { contactOf, type Flaw } from '../draft.js';
import { nameOf } from '../named.js';
import { pathOf } from '../step-frame.js';
import { useAnswer } from '../use-answer.js';
import { waitlistJoin } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { SelectInput } from '../../form/select-input.js';
import { SubmitButton } from '../../form/submit-button.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

const TIMES_OF_DAY = ['any', 'morning', 'noon', 'afternoon', 'evening', 'weekend'] as const;
const ASKED: readonly Flaw['field'][] = ['visitAddress', 'phone'];

/** 候补 (domain.md §3): a place in the line for a time that is not free now. */
export default function WaitlistPage() {
  const { itemCode, siteId } = useDraft();
  if (itemCode === null) return <Redirect to={pathOf('item')} replace />;
  if (siteId === null) return <Redirect to={pathOf('place')} replace />;
  return <WaitlistForm itemCode={itemCode} siteId={siteId} />;
}

function WaitlistForm({ itemCode, siteId }: { itemCode: string; siteId: string }) {
  const t = useWords(waitlistWords);
  const language = useLanguage();
  const item = useAnswer(itemCode, () => oneItem(itemCode)).value;
  const site = useAnswer(`of ${itemCode}`, () => sitesOf(itemCode)).value?.find((one) => one.id === siteId);
  const [, go] = useLocation();
  const { homeVisit } = useDraft();
  const sending = useSending();
  const form = useContactForm(ASKED, sending);
  const days = daysToChoose(language);
  const [fromDay, setFromDay] = useState(days[0]?.value ?? '');
  const [toDay, setToDay] = useState(days.at(-1)?.value ?? '');
  const [when, setWhen] = useState('any');
  const session = TIMES_OF_DAY.find((one) => one === when);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    change({ type: 'sent', language: currentDraft().language ?? languageNow() });
    const draft = currentDraft();
    const { contact, visitAddress } = contactOf(draft, draft.language ?? languageNow());
    const wish = {
      itemCode,
      siteId,
      fromDay,
      toDay,
      ...(session === undefined || session === 'any' ? {} : { session }),
      people: draft.people,
      green: draft.green,
      ...(visitAddress === undefined ? {} : { homeVisit: true, visitAddress }),
      contact,
    };
    sending.send(async () => {
      const { code } = await keyed('waitlist', wish, (options) => waitlistJoin(wish, options));
      go(`/b/${code}`, { replace: true });
      clearDraft();
    });
  };

  return (
    <Page title={t('title')} back={{ href: pathOf('time'), label: t('back') }}>
      {item && site && (
        <p className="fact-strong">
          {nameOf(item, language)}
          <span className="block">{nameOf(site, language)}</span>
        </p>
      )}
      <p>{t('lead')}</p>
      <form noValidate onSubmit={submit}>
        <ContactErrors form={form} problem={sending.problem} title={t('notSent')} />
        <SelectInput
          id="from"
          label={t('from')}
          optional={false}
          options={days}
          value={fromDay}
          onChange={(day) => {
            setFromDay(day);
            if (toDay < day) setToDay(day);
          }}
        />
        <SelectInput
          id="to"
          label={t('to')}
          optional={false}
          options={days.filter((day) => day.value >= fromDay)}
          value={toDay}
          onChange={setToDay}
        />
        <SelectInput
          id="when"
          label={t('when')}
          optional={false}
          options={TIMES_OF_DAY.map((one) => ({ value: one, label: t(`when.${one}`) }))}
          value={when}
          onChange={setWhen}
        />
        <ContactFields form={form}>{homeVisit && <VisitAddress form={form} />}</ContactFields>
        <SubmitButton label={t('send')} isPending={sending.isPending} />
      </form>
    </Page>
  );
}
