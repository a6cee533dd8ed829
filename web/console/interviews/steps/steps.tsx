import type { ReactNode } from 'react';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { CaseDetail } from '@shared/api/generated/interviews.js';
import type { CaseActs } from '../use-case-acts.js';
import { interviewWords } from '../interview.words.js';
import { PlanStep } from './plan-step.js';
import { RootCauseStep } from './root-cause-step.js';
import { TalkStep } from './talk-step.js';
import { VerificationStep } from './verification-step.js';

type StepNumber = 1 | 2 | 3 | 4;
type Standing = 'done' | 'now' | 'waiting' | 'later';

/** How many steps a case in this state has behind it (domain.md §4: each complete before the next). */
const DONE: Record<CaseDetail['state'], number> = {
  opened: 0,
  sorted: 1,
  planned: 2,
  scheduled: 2,
  held: 3,
  closed: 4,
};

/** 梳理 → 方案 → 约谈, and the verification that closes the case: what is complete, what is next, what waits. */
export function Steps({ acts }: { acts: CaseActs }) {
  const t = useWords(interviewWords);
  const item = acts.seen;
  const done = DONE[item.state];
  const standing = (step: StepNumber): Standing => {
    if (step <= done) return 'done';
    if (step > done + 1) return 'later';
    const mine = {
      1: item.allowed.includes('root-cause'),
      2: item.allowed.includes('plan'),
      3: item.allowed.includes('appointment') || item.allowed.includes('minutes'),
      4: item.allowed.includes('verification'),
    };
    return mine[step] ? 'now' : 'waiting';
  };
  const step = (number: StepNumber, content: ReactNode) => {
    const how = standing(number);
    return (
      <li className="step" data-standing={how} aria-current={how === 'now' || how === 'waiting' ? 'step' : undefined}>
        <h3>
          <span className="step-number" aria-hidden="true">
            {how === 'done' ? <Icon name="check" size="1em" /> : number}
          </span>
          {t(`step.${number}`)}
          <small>
            {how === 'waiting'
              ? t('step.waiting', { who: t(number === 4 ? 'who.inspector' : 'who.unit') })
              : t(`step.${how}`)}
          </small>
        </h3>
        {how === 'later' ? null : <div className="step-content">{content}</div>}
      </li>
    );
  };
  return (
    <section aria-label={t('steps')}>
      <ol className="steps">
        {step(1, <RootCauseStep acts={acts} />)}
        {step(2, <PlanStep acts={acts} />)}
        {step(3, <TalkStep acts={acts} />)}
        {step(4, <VerificationStep acts={acts} />)}
      </ol>
    </section>
  );
}
