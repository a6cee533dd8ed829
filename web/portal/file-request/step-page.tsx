import { useState, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { currentDraft, useDraft } from './draft-store.js';
import { flawsOf, STEPS, type Flaw, type Step } from './draft.js';
import { fileRequestWords } from './file-request.words.js';
import { ErrorSummary } from '../form/error-summary.js';
import { SubmitButton } from '../form/submit-button.js';
import { Page } from '../shell/page.js';

/** Path of a step: the first one is the beginning of the form. */
export const pathOf = (step: Step): string => (step === 'kind' ? '/request' : `/request/${step}`);

/** `第 2 步，共 4 步` and the way back, above the title of a step. */
export function useStepFrame(step: Step): { above: string; back: { href: string; label: string } } {
  const t = useWords(fileRequestWords);
  const n = STEPS.indexOf(step);
  const before = STEPS[n - 1];
  return {
    above: t('stepOf', { n: n + 1, of: STEPS.length }),
    back: before ? { href: pathOf(before), label: t('back') } : { href: '/', label: t('toHome') },
  };
}

interface Props {
  step: Step;
  title: string;
  /** The fields, given the words of their errors by field. */
  children: (errorOf: (field: Flaw['field']) => string | undefined) => ReactNode;
}

/** A step that asks: checked when it is left, and after that with every letter, so that a corrected error goes away. */
export function StepPage({ step, title, children }: Props) {
  const t = useWords(fileRequestWords);
  const draft = useDraft();
  const frame = useStepFrame(step);
  const [, go] = useLocation();
  const [attempt, setAttempt] = useState(0);
  const flaws = attempt === 0 ? [] : flawsOf(step, draft);
  const textOf = (flaw: Flaw) => t(`flaw.${flaw.why}`);

  const leave = (event: FormEvent) => {
    event.preventDefault();
    const next = STEPS[STEPS.indexOf(step) + 1];
    if (flawsOf(step, currentDraft()).length > 0) setAttempt(attempt + 1);
    else if (next) go(pathOf(next));
  };

  return (
    <Page title={title} {...frame}>
      <form noValidate onSubmit={leave}>
        <ErrorSummary errors={flaws.map((flaw) => ({ field: flaw.field, text: textOf(flaw) }))} attempt={attempt} />
        {children((field) => flaws.filter((flaw) => flaw.field === field).map(textOf)[0])}
        <SubmitButton label={t('continue')} />
      </form>
    </Page>
  );
}
