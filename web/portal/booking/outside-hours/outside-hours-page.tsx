import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import '../booking.css';
import { language as languageNow } from '@shared/i18n/language.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { outsideHoursWords } from './outside-hours.words.js';
import { WishFields } from './wish-fields.js';
import { ANY_TIME, wishSpan } from './wish-span.js';
import { allItems, sitesOf } from '../catalogue.js';
import { ContactFields, useContactForm } from '../contact-fields.js';
import { change, clearDraft, currentDraft } from '../draft-store.js';
import { contactOf, type Flaw } from '../draft.js';
import { nameOf } from '../named.js';
import { useAnswer } from '../use-answer.js';
import { Waiting } from '../waiting.js';
import { contactRequestFile, type ItemRow, type SiteRow } from '../../appointments.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { SelectInput } from '../../form/select-input.js';
import { SubmitButton } from '../../form/submit-button.js';
import { TextInput } from '../../form/text-input.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

const ASKED: readonly Flaw['field'][] = ['phone'];

/** 预约服务 outside opening hours: contacted within 24 hours, served at the time agreed (domain.md §3). */
export default function OutsideHoursPage() {
  const t = useWords(outsideHoursWords);
  const items = useAnswer('items', allItems);
  const sites = useAnswer('sites', () => sitesOf());
  return (
    <Page title={t('title')} back={{ href: '/', label: t('home') }}>
      <p>{t('lead')}</p>
      <p className="extra">
        <Link href="/hours">{t('hours')}</Link>
      </p>
      {items.value === null ? <Waiting {...items} /> : <WishForm items={items.value} sites={sites.value ?? []} />}
    </Page>
  );
}

function WishForm({ items, sites }: { items: readonly ItemRow[]; sites: readonly SiteRow[] }) {
  const t = useWords(outsideHoursWords);
  const language = useLanguage();
  const [, go] = useLocation();
  const sending = useSending();
  const form = useContactForm(ASKED, sending);
  const [itemCode, setItemCode] = useState(currentDraft().itemCode ?? '');
  const [siteId, setSiteId] = useState(currentDraft().siteId ?? '');
  const [time, setTime] = useState(ANY_TIME);
  const [note, setNote] = useState('');
  const itemMissing = form.attempt > 0 && itemCode === '' ? [{ field: 'item', text: t('itemMissing') }] : [];
  const errors = [...itemMissing, ...form.errors];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check() || itemCode === '') return;
    change({ type: 'sent', language: currentDraft().language ?? languageNow() });
    const draft = currentDraft();
    const wish = {
      kind: 'outside-hours' as const,
      itemCode,
      ...(siteId === '' ? {} : { siteId }),
      ...wishSpan(time),
      note: note.trim() || null,
      contact: contactOf(draft, draft.language ?? languageNow()).contact,
    };
    sending.send(async () => {
      const { code } = await keyed('outside-hours', wish, (options) => contactRequestFile(wish, options));
      go(`/b/${code}`, { replace: true });
      clearDraft();
    });
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={form.attempt} />
      {errors.length === 0 && <ProblemNotice problem={sending.problem} title={t('notSent')} />}
      <SelectInput
        id="item"
        label={t('item')}
        optional={false}
        value={itemCode}
        onChange={setItemCode}
        options={[
          { value: '', label: t('itemNone') },
          ...items.map((item) => ({ value: item.code, label: nameOf(item, language) })),
        ]}
      />
      <SelectInput
        id="site"
        label={t('site')}
        optional={false}
        value={siteId}
        onChange={setSiteId}
        options={[
          { value: '', label: t('siteAny') },
          ...sites.map((site) => ({ value: site.id, label: nameOf(site, language) })),
        ]}
      />
      <WishFields wish={time} onChange={setTime} />
      <TextInput
        id="note"
        label={t('note')}
        hint={t('noteHint')}
        optional
        lines={3}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <ContactFields form={form} />
      <SubmitButton label={t('send')} isPending={sending.isPending} />
    </form>
  );
}
