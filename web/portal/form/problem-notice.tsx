import { useEffect, useId, useRef } from 'react';
import { connectionWords } from '@shared/http/connection.words.js';
import { problemWords } from '@shared/http/problem-words.js';
import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';

/** Why it was not sent, and that trying again is safe; takes the focus when it appears, which reads it out. */
export function ProblemNotice({ problem, title }: { problem: unknown; title?: string }) {
  const t = useWords(formWords);
  const connection = useWords(connectionWords);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const trace = problem instanceof ApiProblem && problem.status >= 500 ? problem.traceId : null;
  return (
    <div
      ref={box}
      className="error-summary"
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
    >
      <h2 id={`${id}-title`}>{title ?? t('notSent')}</h2>
      <p id={`${id}-why`}>{problemWords(problem, connection)}</p>
      {trace !== null && <p className="soft">{connection('trace', { id: trace })}</p>}
    </div>
  );
}
