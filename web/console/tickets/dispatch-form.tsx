import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { Field } from '../controls/field.js';
import { sendsWithCtrlEnter } from '../controls/send-key.js';
import { useDraft } from '../controls/use-draft.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import type { ActFormProps } from './ticket-acts.js';
import { ticketWords } from './ticket.words.js';

const EMPTY = { unitId: null as string | null, note: '' };

/** 交办: to a unit, the item's lead unit suggested, with the limit the unit will get. */
export function DispatchForm({ ticket, ask }: ActFormProps) {
  const t = useWords(ticketWords);
  const nameOf = useNameOf();
  const units = useUnits();
  const draft = useDraft(`ticket.${ticket.id}.dispatch`, EMPTY);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const suggested = ticket.serviceItem?.leadUnitId ?? null;
  const unitId = draft.value.unitId ?? suggested ?? '';
  const handling = (units.data ?? []).filter((unit) => unit.kind === 'unit');
  const unit = handling.find((candidate) => candidate.id === unitId);

  const submit = () => {
    if (!unit) {
      setErrors([{ field: 'dispatch-unit', text: t('dispatch.unitMissing') }]);
      return;
    }
    setErrors([]);
    const note = draft.value.note.trim();
    ask(
      { act: 'dispatch', body: { unitId: unit.id, ...(note ? { note } : {}) } },
      t('consequence.dispatch', {
        number: ticket.number,
        unit: nameOf(unit),
        days: ticket.serviceItem?.replyLimitDays ?? null,
      }),
      draft.clear,
    );
  };

  return (
    <form
      className="act-form"
      noValidate
      onKeyDown={sendsWithCtrlEnter(submit)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <Field
        id="dispatch-unit"
        label={t('dispatch.unit')}
        required
        error={errorOf(errors, 'dispatch-unit')}
        hint={suggested && suggested === unitId ? t('dispatch.suggested') : undefined}
      >
        {(control) => (
          <select {...control} value={unitId} onChange={(event) => draft.change({ unitId: event.target.value })}>
            <option value="">{t('dispatch.choose')}</option>
            {handling.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {nameOf(candidate)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {ticket.serviceItem ? (
        <p className="soft">{t('dispatch.limit', { days: ticket.serviceItem.replyLimitDays })}</p>
      ) : null}
      <Field id="dispatch-note" label={t('dispatch.note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={draft.value.note}
            onChange={(event) => draft.change({ note: event.target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {t('send.dispatch')}
      </Button>
    </form>
  );
}
