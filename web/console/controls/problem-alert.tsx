import { useEffect, useRef } from 'react';
import { connectionWords } from '@shared/http/connection.words.js';
import { ApiProblem } from '@shared/http/problem.js';
import { problemWords } from '@shared/http/problem-words.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from './button.js';
import { controlWords } from './control.words.js';

/** What a failed request says, in the service's own words, and a way to try again where that may help. */
export function ProblemAlert({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const t = useWords(controlWords);
  const say = useWords(connectionWords);
  const box = useRef<HTMLDivElement>(null);
  // A form may be longer than the screen: what went wrong with it must not stand out of sight.
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which an effect must not return.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div className="notice notice-over" role="alert" ref={box}>
      <strong>{problem && problem.status > 0 ? problem.title : t('problem.title')}</strong>
      <p>{problemWords(error, say)}</p>
      {problem && problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map((field) => (
            <li key={field.pointer + field.detail}>{field.detail}</li>
          ))}
        </ul>
      ) : null}
      {problem?.traceId ? <p className="soft">{say('trace', { id: problem.traceId })}</p> : null}
      {onAgain ? (
        <Button size="small" onClick={onAgain}>
          {t('problem.again')}
        </Button>
      ) : null}
    </div>
  );
}
