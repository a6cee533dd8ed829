import { useState } from 'react';
import { useWords } from '@shared/i18n/use-words.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { TextField } from '../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { useDraft } from '../controls/use-draft.js';
import { UnitField } from '../directory/unit-field.js';
import { useHandlingUnits, useNameOf } from '../directory/unit.queries.js';
import type { ActFormProps } from './ticket-acts.js';
import { ticketWords } from './ticket.words.js';

const EMPTY = { unitId: null as string | null, note: '' };

/** 交办: to a unit, the item's lead unit suggested, with the limit the unit will get. */
export function DispatchForm({ ticket, ask }: ActFormProps) {
  const t = useWords(ticketWords);
  const nameOf = useNameOf();
  const draft = useDraft(`ticket.${ticket.id}.dispatch`, EMPTY);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const suggested = ticket.serviceItem?.leadUnitId ?? null;
  const unitId = draft.value.unitId ?? suggested ?? '';
  const unit = useHandlingUnits().find((candidate) => candidate.id === unitId);

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
    <ActForm onSubmit={submit} sendKey>
      <ErrorSummary errors={errors} />
      <UnitField
        id="dispatch-unit"
        label={t('dispatch.unit')}
        choose={t('dispatch.choose')}
        value={unitId}
        hint={suggested && suggested === unitId ? t('dispatch.suggested') : undefined}
        error={errorOf(errors, 'dispatch-unit')}
        onChange={(next) => draft.change({ unitId: next })}
      />
      {ticket.serviceItem ? (
        <p className="soft">{t('dispatch.limit', { days: ticket.serviceItem.replyLimitDays })}</p>
      ) : null}
      <TextField
        id="dispatch-note"
        label={t('dispatch.note')}
        value={draft.value.note}
        onChange={(next) => draft.change({ note: next })}
      />
      <Button type="primary" htmlType="submit">
        {t('send.dispatch')}
      </Button>
    </ActForm>
  );
}
