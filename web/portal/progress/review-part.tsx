import { useState, type FormEvent } from 'react';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { ErrorSummary } from '../form/error-summary.js';
import { keyed } from '../form/keyed.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { SubmitButton } from '../form/submit-button.js';
import { TextInput } from '../form/text-input.js';
import { useSending } from '../form/use-sending.js';
import { citizenAskReview, type TicketProgressDto } from '../hotline.js';
import type { Access } from '../ticket-access/ticket-access.js';
import { progressWords } from './progress.words.js';

interface Props {
  access: Access;
  progress: TicketProgressDto;
  onAsked: (progress: TicketProgressDto) => void;
}

/** 复议 (domain.md §2, three rights): how the last review stands, and asking for one where that is possible. */
export function ReviewPart({ access, progress, onAsked }: Props) {
  const t = useWords(progressWords);
  const language = useLanguage();
  const { review, mayAskReview } = progress;
  if (!review && !mayAskReview) return null;
  return (
    <section>
      <h2>{t('review')}</h2>
      {review && (
        <p role="status">
          {review.outcome === null || review.decidedAt === null
            ? t('reviewAsked', { at: formatDateTime(review.askedAt, language) })
            : t(`review.${review.outcome}`, { at: formatDateTime(review.decidedAt, language) })}
        </p>
      )}
      {review?.reason && (
        <blockquote className="reply" lang={writtenIn(review.reason)}>
          {review.reason}
        </blockquote>
      )}
      {mayAskReview && (
        <details>
          <summary>{t('reviewAsk')}</summary>
          <ReviewForm access={access} onAsked={onAsked} />
        </details>
      )}
    </section>
  );
}

function ReviewForm({ access, onAsked }: Omit<Props, 'progress'>) {
  const t = useWords(progressWords);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const { send, isPending, problem } = useSending();
  const missing = attempt > 0 && reason.trim().length < 2 ? t('reviewReasonMissing') : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (reason.trim().length < 2) return;
    const asked = { ...access, reason: reason.trim() };
    send(async () => onAsked(await keyed('review', asked, (options) => citizenAskReview(asked, options))));
  };

  return (
    <form noValidate onSubmit={submit}>
      <p>{t('reviewLead')}</p>
      <ErrorSummary
        errors={missing === undefined ? [] : [{ field: 'review-reason', text: missing }]}
        attempt={attempt}
      />
      {missing === undefined && <ProblemNotice problem={problem} />}
      <TextInput
        id="review-reason"
        label={t('reviewReason')}
        hint={t('reviewReasonHint')}
        error={missing}
        lines={4}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <SubmitButton label={t('reviewSend')} isPending={isPending} />
    </form>
  );
}
