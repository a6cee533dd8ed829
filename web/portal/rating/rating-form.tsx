import { useRef, useState, type FormEvent } from 'react';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Icon } from '@shared/icons/icon.js';
import { isDissatisfied, SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { ratingWords } from './rating.words.js';
import { Choice } from '../form/choice.js';
import { ErrorSummary } from '../form/error-summary.js';
import { ProblemNotice } from '../form/problem-notice.js';
import { SubmitButton } from '../form/submit-button.js';
import { TextInput } from '../form/text-input.js';
import { citizenRate, type TicketProgressDto } from '../hotline.js';
import type { Opened } from '../ticket-access/ticket-access.js';

const key = new IdempotencyKey('rating', sessionStore());

interface Props {
  ticket: Opened;
  onRated: (progress: TicketProgressDto) => void;
}

/** 评价: five words, and what the two lowest lead to is said before it is sent. */
export function RatingForm({ ticket, onRated }: Props) {
  const t = useWords(ratingWords);
  const request = useWords(requestWords);
  const [score, setScore] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const onItsWay = useRef(false);
  const missing = attempt > 0 && score === null ? t('scoreMissing') : undefined;

  const send = async (): Promise<void> => {
    if (score === null || onItsWay.current) return;
    onItsWay.current = true;
    setPending(true);
    setProblem(null);
    try {
      const rating = { ...ticket.access, score: Number(score), comment: comment.trim() || null };
      const progress = await citizenRate(rating, { headers: { 'Idempotency-Key': key.for(rating) } });
      key.done();
      onRated(progress);
    } catch (error) {
      setProblem(error);
    } finally {
      onItsWay.current = false;
      setPending(false);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    void send();
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={missing === undefined ? [] : [{ field: 'score', text: missing }]} attempt={attempt} />
      {missing === undefined && <ProblemNotice problem={problem} />}
      <Choice
        id="score"
        label={t('score')}
        error={missing}
        options={[...SCORES]
          .sort((a, b) => b - a)
          .map((one) => ({ value: String(one), label: request(`score.${one}`) }))}
        value={score}
        onChange={setScore}
      />
      <div role="status">
        {score !== null && isDissatisfied(Number(score)) && (
          <div className="note note-sun">
            <h2 className="with-icon">
              <Icon name="people" />
              {t('invitation')}
            </h2>
            <p>{t('invitationBody')}</p>
          </div>
        )}
      </div>
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
