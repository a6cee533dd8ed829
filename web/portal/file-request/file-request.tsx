import { Redirect, useParams } from 'wouter';
import { CheckStep } from './check-step.js';
import { ConfirmationPage } from './confirmation-page.js';
import { ContactStep } from './contact-step.js';
import { useDraft } from './draft-store.js';
import { firstIncomplete, STEPS, type Step } from './draft.js';
import { KindStep } from './kind-step.js';
import { pathOf } from './step-page.js';
import { WhatStep } from './what-step.js';
import { NotFoundPage } from '../shell/not-found-page.js';

const PAGES = { kind: KindStep, what: WhatStep, contact: ContactStep, check: CheckStep } as const;

/** Filing a request, one thing per page. Nobody lands on a step whose steps before are not complete. */
export default function FileRequest() {
  const { step: asked = 'kind' } = useParams<{ step?: string }>();
  const reached = firstIncomplete(useDraft());
  if (asked === 'done') return <ConfirmationPage />;
  const step = STEPS.find((one) => one === asked);
  if (!step) return <NotFoundPage />;
  return <StepOrBack step={step} reached={reached} />;
}

function StepOrBack({ step, reached }: { step: Step; reached: Step }) {
  if (STEPS.indexOf(step) > STEPS.indexOf(reached)) return <Redirect to={pathOf(reached)} replace />;
  const StepPage = PAGES[step];
  return <StepPage key={step} />;
}
