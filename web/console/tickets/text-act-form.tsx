import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { TextField } from '../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { useDraft } from '../controls/use-draft.js';
import type { ActFormProps } from './ticket-acts.js';
import type { TicketAct } from './ticket.queries.js';
import { ticketWords } from './ticket.words.js';

type TextAct = Exclude<TicketAct['act'], 'dispatch' | 'accept'>;

const EMPTY = { text: '' };

/** 答复, 现场答复, 退回 and 复议 with their reason, 不予受理 with its legal basis: an act that is one text. */
export function TextActForm({ act, ticket, ask }: ActFormProps & { act: TextAct }) {
  const t = useWords(ticketWords);
  const draft = useDraft(`ticket.${ticket.id}.${act}`, EMPTY);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const field = `act-${act}`;
  const submit = () => {
    const text = draft.value.text.trim();
    if (text === '') {
      setErrors([{ field, text: t(`fault.${act}`) }]);
      return;
    }
    setErrors([]);
    ask(actWith(act, text), t(`consequence.${act}`, { number: ticket.number }), draft.clear);
  };
  return (
    <ActForm onSubmit={submit} sendKey>
      <ErrorSummary errors={errors} />
      <TextField
        id={field}
        label={t(`text.${act}`)}
        hint={t(`hint.${act}`)}
        rows={act === 'return' ? 3 : 6}
        required
        error={errorOf(errors, field)}
        value={draft.value.text}
        onChange={(next) => draft.change({ text: next })}
      />
      <Button type="primary" htmlType="submit">
        {t(`send.${act}`)}
      </Button>
    </ActForm>
  );
}

function actWith(act: TextAct, text: string): TicketAct {
  switch (act) {
    case 'return':
    case 'uphold':
    case 'set_aside':
      return { act, body: { reason: text } };
    case 'refuse':
      return { act, body: { legalBasis: text } };
    default:
      return { act, body: { text } };
  }
}
