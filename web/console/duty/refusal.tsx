import { useEffect, useRef } from 'react';
import { ApiProblem } from '@shared/http/problem.js';
import { Icon } from '@shared/icons/icon.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { brokenRulesOf, type BrokenRule } from './broken-rules.js';
import { dutyWords } from './duty.words.js';

interface RefusalProps {
  error: unknown;
  /** The id of the element a rule is broken at; undefined where the page does not show it. */
  placeOf: (broken: BrokenRule) => string | undefined;
}

/** Why something was refused: every rule it would break, with its day, and each leads to its place on the page. */
export function Refusal({ error, placeOf }: RefusalProps) {
  const t = useWords(dutyWords);
  const shown = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const broken = brokenRulesOf(error);
  if (broken.length === 0 || !(error instanceof ApiProblem)) return <ProblemAlert error={error} />;
  return (
    <div className="notice notice-over" role="alert" ref={box}>
      <strong>{error.title}</strong>
      <p>{t('refused', { count: broken.length })}</p>
      <ul className="duty-refusal">
        {broken.map((one) => {
          const place = placeOf(one);
          const text = shown === 'zh-CN' ? one.textZh : one.textEn;
          return (
            <li key={[one.rule, one.day, one.session, one.officerId, one.postId].join(' ')}>
              <Icon name="over" size="1em" />
              {place === undefined ? (
                <span>{text}</span>
              ) : (
                <button type="button" onClick={() => document.getElementById(place)?.focus()}>
                  {text}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
