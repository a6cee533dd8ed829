import { useEffect, useRef } from 'react';
import { connectionWords } from '@shared/http/connection.words.js';
import { problemWords } from '@shared/http/problem-words.js';
import { ApiProblem } from '@shared/http/problem.js';
import { useWords } from '@shared/i18n/use-words.js';
import { formWords } from './form.words.js';

/** Why it was not sent, and that trying again is safe; takes the focus when it appears. */
export function ProblemNotice({ problem, title }: { problem: unknown; title?: string }) {
  const t = useWords(formWords);
  const connection = useWords(connectionWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const trace = problem instanceof ApiProblem && problem.status >= 500 ? problem.traceId : null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? t('notSent')}</h2>
      <p>{problemWords(problem, connection)}</p>
      {trace !== null && <p className="soft">{connection('trace', { id: trace })}</p>}
    </div>
  );
}
