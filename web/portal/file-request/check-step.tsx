import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ELEMENTS } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { useDraft } from './draft-store.js';
import { missingElements, type Step } from './draft.js';
import { fileRequestWords } from './file-request.words.js';
import { pathOf, useStepFrame } from './step-page.js';
import { useSubmission } from './use-submission.js';
import { ErrorSummary } from '../form/error-summary.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { SubmitButton } from '../form/submit-button.js';
import { useServiceItems } from '../public-notice/service-items.js';
import { Page } from '../shell/page.js';

interface Row {
  step: Step;
  label: string;
  text: string;
}

export function CheckStep() {
  const t = useWords(fileRequestWords);
  const request = useWords(requestWords);
  const language = useLanguage();
  const draft = useDraft();
  const frame = useStepFrame('check');
  const item = useServiceItems().list?.find((one) => one.code === draft.itemCode);
  const { send, isPending, problem, refused, attempt } = useSubmission(item?.replyLimitDays ?? null);

  const missing = missingElements(draft);
  const rows: Row[] = [
    { step: 'kind', label: t('rowKind'), text: draft.kind ? request(`kind.${draft.kind}`) : '' },
    {
      step: 'kind',
      label: t('rowItem'),
      text: (language === 'en' ? item?.nameEn : item?.nameZh) ?? t('itemUnknown'),
    },
    ...ELEMENTS.map((element): Row => ({
      step: 'what',
      label: request(`element.${element}`),
      text: draft.elements[element].trim(),
    })),
    { step: 'contact', label: t('nameLabel'), text: draft.name.trim() },
    { step: 'contact', label: t('phoneLabel'), text: draft.phone.trim() },
  ];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <Page title={t('checkTitle')} {...frame}>
      <form noValidate onSubmit={submit}>
        <ErrorSummary
          errors={refused.map(({ step, field, text }) => ({ field, text, href: pathOf(step) }))}
          attempt={attempt}
        />
        {refused.length === 0 && <ProblemNotice problem={problem} />}
        <dl className="summary">
          {rows.map(({ step, label, text }, n) => (
            <div key={label} className="summary-row">
              <dt>{label}</dt>
              <dd className={text === '' ? 'soft' : undefined}>{text === '' ? request('notProvided') : text}</dd>
              {rows[n - 1]?.step !== step && (
                <dd className="summary-change">
                  <Link href={pathOf(step)} aria-label={t('changeOf', { what: label })}>
                    {t('change')}
                  </Link>
                </dd>
              )}
            </div>
          ))}
        </dl>
        {missing.length > 0 && (
          <p className="soft extra">
            {t('missingNote', { names: missing.map((element) => request(`element.${element}`)).join(t('comma')) })}
          </p>
        )}
        <SubmitButton label={t('send')} isPending={isPending} />
      </form>
    </Page>
  );
}
