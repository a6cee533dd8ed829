import { useId, type ReactNode } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { isStale, StaleNotice, type Change } from '../controls/stale-notice.js';
import { useActs } from '../controls/use-acts.js';
import { useDraft } from '../controls/use-draft.js';
import { useSeen } from '../controls/use-seen.js';
import { catalogueWords } from './catalogue.words.js';

interface Entry {
  id: string;
  version: number;
}

interface EditFormProps<T extends Entry, B extends object> {
  title: string;
  /** A heading of the page's, or of a part of it. */
  level?: 2 | 3 | 4;
  /** Names the form among those of the item, e.g. `facts`. */
  name: string;
  /** As it is now. */
  entry: T;
  /** What of it the form changes. */
  bodyOf: (entry: T) => B;
  /** What each of its parts is called, for whoever has to be told what somebody else changed. */
  labels: Readonly<Record<keyof B & string, string>>;
  /** How a value reads where it is no text of its own, e.g. a number of something else. */
  textOf?: (value: unknown, key: string) => string;
  /** The words on the button. */
  send: string;
  /** A sentence to ask with first, where it has consequences for citizens. */
  consequence?: string;
  /** Finds such a sentence for what was typed; null where there is nothing to ask. */
  findConsequence?: (body: B, seen: T) => Promise<string | null>;
  /** @param seen the entry the change is based on */
  onSend: (body: B, seen: T) => Promise<unknown>;
  children: (value: B, change: (patch: Partial<B>) => void) => ReactNode;
}

/**
 * A form on something that somebody else may change meanwhile: it is sent on the version the person saw, and where
 * that has gone by, what has changed is shown and what was typed stays.
 */
export function EditForm<T extends Entry, B extends object>(props: EditFormProps<T, B>) {
  const { title, level = 3, name, entry, bodyOf, labels, send, consequence, findConsequence, onSend, children } = props;
  const { textOf = plainText } = props;
  const t = useWords(catalogueWords);
  const heading = useId();
  const acts = useActs();
  const key = `catalogue.${entry.id}.${name}`;
  const { seen, stale, catchUp } = useSeen(entry, key);
  const draft = useDraft<B>(key, bodyOf(seen), acts.busy);
  const Heading = `h${level}` as const;
  const submit = () => {
    const act = { run: () => onSend(draft.value, seen), onDone: draft.clear };
    if (findConsequence) acts.askWhere(() => findConsequence(draft.value, seen), { ...act, act: send });
    else if (consequence === undefined) acts.now(act);
    else acts.ask({ ...act, consequence, act: send });
  };
  return (
    // Only the parts of the page itself are landmarks: there are as many forms of windows as windows are open.
    <section aria-labelledby={heading} role={level === 4 ? 'group' : undefined} className="catalogue-form">
      <Heading id={heading}>{title}</Heading>
      <ActForm onSubmit={submit} sendKey saving={acts.busy}>
        {stale ? (
          <StaleNotice changes={changesOf(bodyOf(seen), bodyOf(entry), labels, textOf)} onContinue={catchUp} />
        ) : null}
        {isStale(acts.error) ? null : <ProblemAlert error={acts.error} />}
        {children(draft.value, draft.change)}
        <div className="buttons">
          <Button type="primary" htmlType="submit" disabled={stale} loading={acts.busy}>
            {send}
          </Button>
          <Button onClick={draft.clear} disabled={acts.busy}>
            {t('undo')}
          </Button>
        </div>
      </ActForm>
      {acts.dialog}
    </section>
  );
}

function changesOf<B extends object>(
  was: B,
  now: B,
  labels: Readonly<Record<keyof B & string, string>>,
  textOf: (value: unknown, key: string) => string,
): Change[] {
  const texts = (body: B) => new Map(Object.entries(body).map(([key, value]) => [key, textOf(value, key)]));
  const [before, after] = [texts(was), texts(now)];
  return Object.entries<string>(labels)
    .map(([key, label]) => ({ label, was: before.get(key) ?? '', now: after.get(key) ?? '' }))
    .filter((change) => change.was !== change.now);
}

export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
