import type { ReactNode } from 'react';
import type { ContactRequestRow } from '@shared/api/generated/appointments.js';
import { formatAppointment, formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { TextAct } from '../controls/text-act.js';
import { useActs } from '../controls/use-acts.js';
import { useNameOf } from '../directory/unit.queries.js';
import { AgreeForm } from './agree-form.js';
import { ArrangeForm } from './arrange-form.js';
import { contactListWords } from './contact-list.words.js';
import { useContactActs } from './contact.queries.js';
import { Requester } from './requester.js';

/** One request: whom to call, what is wished, and the step that comes next. */
export function ContactView({ request }: { request: ContactRequestRow }) {
  const t = useWords(contactListWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const acts = useActs();
  const steps = useContactActs(request);
  const { allowed, wishFrom, wishTo, agreedStartAt, agreedEndAt } = request;
  const at = (instant: string) => formatDateTime(instant, shown);
  const names = (nameZh: string | null, nameEn: string | null) =>
    nameZh && nameEn ? nameOf({ nameZh, nameEn }) : null;
  return (
    <article className="contact-view" aria-labelledby="contact-view-title">
      <h2 id="contact-view-title">
        {t(`kind.${request.kind}`)} <span className="soft">{t(`state.${request.state}`)}</span>
      </h2>
      {request.tier > 1 ? <p className="notice notice-over">{t('lateNote')}</p> : null}
      <Requester request={request} />
      <dl className="contact-facts">
        <Fact term={t('item')}>{names(request.itemNameZh, request.itemNameEn)}</Fact>
        <Fact term={t('site')}>{names(request.siteNameZh, request.siteNameEn)}</Fact>
        <Fact term={t('wish')}>
          {wishFrom && wishTo ? t('wish.range', { from: at(wishFrom), to: at(wishTo) }) : t('wish.none')}
        </Fact>
        <Fact term={t('note')}>{request.note}</Fact>
        <Fact term={t('requested')}>{at(request.requestedAt)}</Fact>
        <Fact term={t('contactedAt')}>{request.contactedAt ? at(request.contactedAt) : null}</Fact>
        <Fact term={t('agreed')}>
          {agreedStartAt && agreedEndAt ? formatAppointment(agreedStartAt, agreedEndAt, shown) : null}
        </Fact>
        <Fact term={t('officer')}>{request.officerName}</Fact>
        <Fact term={t('reason')}>{request.reason}</Fact>
      </dl>
      <ProblemAlert error={acts.error} />
      {allowed.length === 0 ? <p className="soft">{t('done')}</p> : null}
      {allowed.includes('contacted') ? (
        <Button type="primary" loading={acts.busy} onClick={() => acts.now({ run: steps.contacted })}>
          {t('contacted')}
        </Button>
      ) : null}
      {allowed.includes('agree') ? <AgreeForm request={request} onAgree={steps.agree} /> : null}
      {allowed.includes('arrange') ? <ArrangeForm siteId={request.siteId} onArrange={steps.arrange} /> : null}
      {allowed.includes('serve') ? (
        <Button
          loading={acts.busy}
          onClick={() => acts.ask({ consequence: t('serve.consequence'), act: t('serve'), run: steps.serve })}
        >
          {t('serve')}
        </Button>
      ) : null}
      {allowed.includes('withdraw') ? (
        <section>
          <h3>{t('withdraw')}</h3>
          <TextAct
            id="contact-withdraw"
            draft={`contact-withdraw.${request.id}`}
            label={t('withdraw.reason')}
            missing={t('withdraw.missing')}
            consequence={t('withdraw.consequence')}
            act={t('withdraw')}
            send={t('withdraw')}
            rows={2}
            run={steps.withdraw}
          />
        </section>
      ) : null}
      {acts.dialog}
    </article>
  );
}

/** A fact that is known; what is not known takes no room. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
