import { useState, type FormEvent } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import '../booking.css';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { MissingPage } from './missing-page.js';
import { ownWords } from './own.words.js';
import { ownPath, useBooking } from './use-booking.js';
import { keyed } from '../keyed.js';
import { useSending } from '../use-sending.js';
import { bookingRate } from '../../appointments.js';
import { Choice } from '../../form/choice.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { ProblemNotice } from '../../form/problem-notice.js';
import { SubmitButton } from '../../form/submit-button.js';
import { TextInput } from '../../form/text-input.js';
import { Page } from '../../shell/page.js';

/** 评价 after service (domain.md §3). */
export default function RatePage() {
  const { code } = useParams<{ code: string }>();
  const t = useWords(ownWords);
  const language = useLanguage();
  const answer = useBooking(code.toUpperCase());
  const booking = answer.value;
  if (booking === null) return <MissingPage answer={answer} />;
  if (!booking.allowed.includes('rate')) return <Redirect to={ownPath(booking.code)} replace />;
  return (
    <Page key="there" title={t('rateTitle')} back={{ href: ownPath(booking.code), label: t('back') }}>
      <p>{language === 'en' ? booking.itemNameEn : booking.itemNameZh}</p>
      <RateForm code={booking.code} />
    </Page>
  );
}

function RateForm({ code }: { code: string }) {
  const t = useWords(ownWords);
  const request = useWords(requestWords);
  const [, go] = useLocation();
  const [score, setScore] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const { send, isPending, problem } = useSending();
  const missing = attempt > 0 && score === null ? t('scoreMissing') : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (score === null) return;
    const rating = { score: Number(score), comment: comment.trim() || null };
    send(async () => {
      await keyed('booking-rating', { code, rating }, (options) => bookingRate(code, rating, options));
      go(ownPath(code), { replace: true });
    });
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={missing === undefined ? [] : [{ field: 'score', text: missing }]} attempt={attempt} />
      {missing === undefined && <ProblemNotice problem={problem} />}
      <Choice
        id="score"
        label={t('scoreLabel')}
        error={missing}
        options={[...SCORES]
          .sort((a, b) => b - a)
          .map((one) => ({ value: String(one), label: request(`score.${one}`) }))}
        value={score}
        onChange={setScore}
      />
      <TextInput
        id="comment"
        label={t('comment')}
        hint={t('commentHint')}
        optional
        lines={4}
        maxLength={1000}
        value={comment}
        onChange={setComment}
      />
      <SubmitButton label={t('send')} isPending={isPending} />
    </form>
  );
}
