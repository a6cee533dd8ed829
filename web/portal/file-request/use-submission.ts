import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { ApiProblem } from '@shared/http/problem.js';
import { sessionStore } from '@shared/http/session-store.js';
import { language } from '@shared/i18n/language.js';
import { registrationFile } from '../hotline.js';
import { changeDraft, clearDraft, currentDraft } from './draft-store.js';
import { placeOf, requestOf, type Step } from './draft.js';
import { keepReceipt } from './receipt.js';

/** A field the service refused, with its words and the step it is on. */
export interface Refused {
  step: Step;
  field: string;
  text: string;
}

const key = new IdempotencyKey('request', sessionStore());

/**
 * Sends the request once, however often the button is pressed: a press while one is on its way does nothing, and a
 * try after a lost answer carries the same Idempotency-Key.
 * @param replyLimitDays of the chosen service item, for the confirmation page
 */
export function useSubmission(replyLimitDays: number | null) {
  const [, go] = useLocation();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const onItsWay = useRef(false);

  const send = async (): Promise<void> => {
    const { kind } = currentDraft();
    if (onItsWay.current || kind === null) return;
    onItsWay.current = true;
    setPending(true);
    setProblem(null);
    try {
      changeDraft({ language: currentDraft().language ?? language() });
      const draft = currentDraft();
      const request = requestOf(draft, kind, draft.language ?? language());
      const { number, queryCode, registeredAt } = await registrationFile(request, {
        headers: { 'Idempotency-Key': key.for(request) },
      });
      key.done();
      keepReceipt({ number, queryCode, registeredAt, replyLimitDays });
      go('/request/done', { replace: true });
      clearDraft();
    } catch (error) {
      setProblem(error);
      setAttempt(attempt + 1);
    } finally {
      onItsWay.current = false;
      setPending(false);
    }
  };

  const refused =
    problem instanceof ApiProblem
      ? problem.errors.map(({ pointer, detail }): Refused => ({ ...placeOf(pointer), text: detail }))
      : [];
  return { send, isPending, problem, refused, attempt };
}
