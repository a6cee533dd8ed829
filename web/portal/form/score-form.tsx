import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { SCORES } from '@shared/request/request.js';
import { requestWords } from '@shared/request/request.words.js';
import { Choice } from './choice.js';
import { ErrorSummary } from './error-summary.js';
import { ProblemNotice } from './problem-notice.js';
import { scoreFormWords } from './score-form.words.js';
import { SubmitButton } from './submit-button.js';
import { TextInput } from './text-input.js';
import { useSending } from './use-sending.js';

interface Props {
  label: string;
  commentHint: string;
  /** What a score leads to, said before it is sent. */
  consequence?: (score: number) => ReactNode;
  onSend: (rating: { score: number; comment: string | null }) => Promise<void>;
}

/** 评价 (domain.md §3): five words, the best first, and whatever the citizen wants to add. */
export function ScoreForm({ label, commentHint, consequence, onSend }: Props) {
  const t = useWords(scoreFormWords);
  const request = useWords(requestWords);
  const [score, setScore] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const { send, isPending, problem } = useSending();
  const missing = attempt > 0 && score === null ? t('scoreMissing') : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (score === null) return;
    send(() => onSend({ score: Number(score), comment: comment.trim() || null }));
  };

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={missing === undefined ? [] : [{ field: 'score', text: missing }]} attempt={attempt} />
      {missing === undefined && <ProblemNotice problem={problem} />}
      <Choice
        id="score"
        label={label}
        error={missing}
        options={[...SCORES]
          .sort((a, b) => b - a)
          .map((one) => ({ value: String(one), label: request(`score.${one}`) }))}
        value={score}
        onChange={setScore}
      />
      {consequence && <div role="status">{score !== null && consequence(Number(score))}</div>}
      <TextInput
        id="comment"
        label={t('comment')}
        hint={commentHint}
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
