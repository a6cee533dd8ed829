import { useWords } from '@shared/i18n/use-words.js';
import { useState } from 'react';
import type { CaseDetail } from '@shared/api/generated/interviews.js';
import { isStale } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useSeen } from '../controls/use-seen.js';
import { useCaseAct, type CaseAct } from './case.queries.js';
import { interviewWords } from './interview.words.js';

interface Asking {
  /** The sentence that names what happens, and the words on its button; absent for what can be revised. */
  consequence?: string;
  act?: string;
  danger?: boolean;
  onDone: () => void;
  onFailed?: (problem: unknown) => void;
}

/** What every step of a case needs to act on it: the version seen, the one question, what went wrong. */
export function useCaseActs(item: CaseDetail, onReload: () => Promise<unknown>) {
  const t = useWords(interviewWords);
  const { seen, stale, catchUp } = useSeen(item, `case.${item.id}.`);
  const acts = useActs();
  const doAct = useCaseAct(item.id);
  const [saved, setSaved] = useState('');

  const submit = (act: CaseAct, asking: Asking) => {
    const doing = {
      run: () => doAct.mutateAsync({ act, version: seen.version }),
      onDone: () => {
        asking.onDone();
        setSaved(t('saved'));
      },
      onFailed: (problem: unknown) => {
        setSaved('');
        asking.onFailed?.(problem);
        if (isStale(problem)) void onReload();
      },
    };
    if (asking.consequence && asking.act) {
      acts.ask({ ...doing, consequence: asking.consequence, act: asking.act, danger: asking.danger });
    } else {
      acts.now(doing);
    }
  };
  return { seen, stale, catchUp, submit, saved, busy: acts.busy, error: acts.error, dialog: acts.dialog };
}

export type CaseActs = ReturnType<typeof useCaseActs>;
