import { useState, type ReactNode } from 'react';
import { ActForm } from './act-form.js';
import { Button } from './button.js';
import { ProblemAlert } from './problem-alert.js';
import { useActs } from './use-acts.js';
import { useDraft } from './use-draft.js';
import { TextField } from './value-fields.js';

const EMPTY = { text: '' };

interface TextActProps {
  /** Of the field; unique on the page. */
  id: string;
  /** Under which what is typed is kept. */
  draft: string;
  label: string;
  /** Said where nothing was typed. */
  missing: string;
  /** The sentence that names what happens, and the words on the two buttons. */
  consequence: string;
  act: string;
  send: string;
  rows?: number;
  /** A second button beside the one that sends. */
  beside?: ReactNode;
  run: (text: string) => Promise<unknown>;
}

/** An act that is one text, asked about once: an answer, a report back, the result of a promise. */
export function TextAct({
  id,
  draft: draftKey,
  label,
  missing,
  consequence,
  act,
  send,
  rows = 3,
  beside,
  run,
}: TextActProps) {
  const draft = useDraft(draftKey, EMPTY);
  const [isMissing, setMissing] = useState(false);
  const acts = useActs();
  const submit = () => {
    const text = draft.value.text.trim();
    setMissing(text === '');
    if (text === '') return;
    acts.ask({ consequence, act, run: () => run(text), onDone: draft.clear });
  };
  return (
    <ActForm onSubmit={submit}>
      <ProblemAlert error={acts.error} />
      <TextField
        id={id}
        label={label}
        rows={rows}
        required
        error={isMissing ? missing : undefined}
        value={draft.value.text}
        onChange={(text) => draft.change({ text })}
      />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {send}
        </Button>
        {beside}
      </div>
      {acts.dialog}
    </ActForm>
  );
}
