import { useId, useMemo, useState, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { problemFields, type ProblemPlaces } from '../controls/problem-fields.js';
import { isStale, StaleNotice } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useSeen } from '../controls/use-seen.js';
import { accountWords } from './account.words.js';

interface Entry {
  id: string;
  version: number;
}

/** One of the facts as it is read, for whoever has to be told what somebody else changed. */
export interface Shown {
  label: string;
  text: string;
}

interface FactsFormProps<T extends Entry, B extends object> {
  title: string;
  /** A heading of the page's, or of a part of it. */
  level?: 2 | 3;
  /** As it is now. */
  entry: T;
  /** What of it the form changes. */
  bodyOf: (entry: T) => B;
  shownOf: (body: B) => readonly Shown[];
  /** What is wrong before it is sent. */
  faultsOf: (body: B) => FieldError[];
  /** Where in the form a refusal of the service belongs. */
  places: ProblemPlaces;
  /** The words on the button. */
  send: string;
  /** A sentence to ask with first, where the change has consequences for somebody. */
  consequenceOf?: (body: B, seen: T) => string | null;
  /** @param seen the entry the change is based on */
  onSend: (body: B, seen: T) => Promise<unknown>;
  children: (value: B, change: (patch: Partial<B>) => void, error: (field: string) => string | undefined) => ReactNode;
}

const NONE: FieldError[] = [];

/**
 * The facts of a person or a unit, which another administrator may change meanwhile: they are sent on the version that
 * was read; where that has gone by, what has changed is shown and what was typed stays. A refusal stands at its field.
 */
export function FactsForm<T extends Entry, B extends object>(props: FactsFormProps<T, B>) {
  const { title, level = 3, entry, bodyOf, shownOf, faultsOf, places, send, consequenceOf, onSend, children } = props;
  const t = useWords(accountWords);
  const heading = useId();
  const acts = useActs();
  const key = `accounts.${entry.id}.facts`;
  const { seen, stale, catchUp } = useSeen(entry, key);
  const draft = useDraft<B>(key, bodyOf(seen), acts.busy);
  const [faults, setFaults] = useState(NONE);
  const refused = useMemo(() => problemFields(acts.error, places), [acts.error]);
  const errors = faults.length > 0 ? faults : refused;
  const Heading = `h${level}` as const;
  const submit = () => {
    const found = faultsOf(draft.value);
    setFaults(found);
    if (found.length > 0) return;
    const act = { run: () => onSend(draft.value, seen), onDone: draft.clear };
    const consequence = consequenceOf?.(draft.value, seen) ?? null;
    if (consequence === null) acts.now(act);
    else acts.ask({ ...act, consequence, act: send });
  };
  const undo = () => {
    setFaults(NONE);
    draft.clear();
  };
  const changes = () => {
    const now = shownOf(bodyOf(entry));
    return shownOf(bodyOf(seen))
      .map(({ label, text }, index) => ({ label, was: text, now: now[index]?.text ?? '' }))
      .filter((change) => change.was !== change.now);
  };
  return (
    <section aria-labelledby={heading} className="accounts-part">
      <Heading id={heading}>{title}</Heading>
      <ActForm onSubmit={submit} sendKey saving={acts.busy}>
        {stale ? <StaleNotice changes={changes()} onContinue={catchUp} /> : null}
        <ErrorSummary errors={errors} />
        {isStale(acts.error) || errors.length > 0 ? null : <ProblemAlert error={acts.error} />}
        {children(draft.value, draft.change, (field) => errorOf(errors, field))}
        <div className="buttons">
          <Button type="primary" htmlType="submit" disabled={stale} loading={acts.busy}>
            {send}
          </Button>
          <Button onClick={undo} disabled={acts.busy}>
            {t('undo')}
          </Button>
        </div>
      </ActForm>
      {acts.dialog}
    </section>
  );
}
