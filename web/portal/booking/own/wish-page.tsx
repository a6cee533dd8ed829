import { useState, type FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { MissingPage } from './missing-page.js';
import { ownPath } from './use-booking.js';
import { waitingWords } from './waiting.words.js';
import { daysToChoose } from '../days.js';
import { ANY_TIME, wishOf, wishSpan } from '../outside-hours/wish-span.js';
import { WishFields } from '../outside-hours/wish-fields.js';
import { useAnswer } from '../use-answer.js';
import { contactRequestProgress, contactRequestWish, type ContactRequestProgressDto } from '../../appointments.js';
import { keyed } from '../../form/keyed.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { SubmitButton } from '../../form/submit-button.js';
import { useSending } from '../../form/use-sending.js';
import { Page } from '../../shell/page.js';

/** Another wished time for a request to be contacted, as long as none is agreed. */
export function WishPage({ code }: { code: string }) {
  const t = useWords(waitingWords);
  const answer = useAnswer(code, () => contactRequestProgress(code));
  const request = answer.value;
  if (request === null) return <MissingPage answer={answer} />;
  if (!request.mayChangeWish) return <Redirect to={ownPath(code)} replace />;
  return (
    <Page key="there" title={t('wishTitle')} back={{ href: ownPath(code), label: t('toRequest') }}>
      <WishForm request={request} />
    </Page>
  );
}

function WishForm({ request: { code, wishFrom, wishTo } }: { request: ContactRequestProgressDto }) {
  const t = useWords(waitingWords);
  const language = useLanguage();
  const [, go] = useLocation();
  const { send, isPending, problem } = useSending();
  const [wish, setWish] = useState(() => {
    const wished = wishOf(wishFrom, wishTo);
    return daysToChoose(language).some(({ value }) => value === wished.day) ? wished : ANY_TIME;
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const span = wishSpan(wish);
    send(async () => {
      await keyed('wish', { code, span }, (options) => contactRequestWish(code, span, options));
      go(`${ownPath(code)}?wished`, { replace: true });
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <ProblemNotice problem={problem} title={t('notWished')} />
      <p>{t('wishBody')}</p>
      <WishFields wish={wish} onChange={setWish} />
      <SubmitButton label={t('wishSend')} isPending={isPending} />
    </form>
  );
}
