import { useState } from 'react';
import { formatDate, formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import type { CaseDetail, OrderRow } from '@shared/api/generated/interviews.js';
import { ActForm } from '../controls/act-form.js';
import { Button } from '../controls/button.js';
import { DayField, TextField } from '../controls/value-fields.js';
import { ErrorSummary, errorOf, type FieldError } from '../controls/error-summary.js';
import { officeInstant } from '../controls/office-time.js';
import { TextAct } from '../controls/text-act.js';
import { useDraft } from '../controls/use-draft.js';
import { useNameOf } from '../directory/unit.queries.js';
import { useOrderAnswer } from './case.queries.js';
import { interviewWords } from './interview.words.js';
import type { CaseActs } from './use-case-acts.js';

/** 督办函: those issued, with the unit's answers, and the form for another one. */
export function Orders({ item, acts }: { item: CaseDetail; acts: CaseActs }) {
  const t = useWords(interviewWords);
  const [writing, setWriting] = useState(false);
  const mayIssue = item.allowed.includes('orders');
  return (
    <section aria-labelledby="orders-title">
      <h3 id="orders-title">{t('orders')}</h3>
      {item.orders.length === 0 ? <p className="soft">{t('orders.none')}</p> : null}
      <ul className="plain">
        {item.orders.map((order) => (
          <Order key={order.id} order={order} />
        ))}
      </ul>
      {mayIssue && !writing ? <Button onClick={() => setWriting(true)}>{t('order.issue')}</Button> : null}
      {mayIssue && writing ? <OrderForm item={item} acts={acts} onClose={() => setWriting(false)} /> : null}
    </section>
  );
}

function Order({ order }: { order: OrderRow }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  return (
    <li>
      <p>
        <strong>{order.orderNumber}</strong>{' '}
        <span className={order.state === 'overdue' ? 'mark over' : 'mark'}>{t(`order.${order.state}`)}</span>
      </p>
      <p className="soft">
        {order.cause === 'inspector' ? order.issuedBy : t('order.bySystem')} · {formatDateTime(order.issuedAt, shown)} ·{' '}
        {t('order.due', { at: formatDateTime(order.dueAt, shown) })}
      </p>
      {order.text ? (
        <p className="prose" lang={writtenIn(order.text)}>
          {order.text}
        </p>
      ) : null}
      {order.answer ? (
        <p className="prose answer">
          {order.answer}
          {order.answeredAt ? (
            <span className="soft">
              {' '}
              · {order.answeredBy} · {formatDateTime(order.answeredAt, shown)}
            </span>
          ) : null}
        </p>
      ) : null}
      {order.allowed.includes('answer') ? <OrderAnswer order={order} /> : null}
    </li>
  );
}

const NO_ORDER = { text: '', dueOn: '' };

function OrderForm({ item, acts, onClose }: { item: CaseDetail; acts: CaseActs; onClose: () => void }) {
  const t = useWords(interviewWords);
  const shown = useLanguage();
  const nameOf = useNameOf();
  const draft = useDraft(`case.${item.id}.order`, NO_ORDER);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const submit = () => {
    const { dueOn } = draft.value;
    const text = draft.value.text.trim();
    const faults: FieldError[] = [];
    if (text === '') faults.push({ field: 'order-text', text: t('order.textMissing') });
    if (dueOn === '') faults.push({ field: 'order-due', text: t('order.dueOnMissing') });
    setErrors(faults);
    if (faults.length > 0) return;
    acts.submit(
      { action: 'orders', body: { text, dueOn } },
      {
        consequence: t('order.consequence', {
          unit: nameOf({ nameZh: item.unitNameZh, nameEn: item.unitNameEn }),
          day: formatDate(officeInstant(dueOn, '12:00'), shown),
        }),
        act: t('order.send').replace('…', ''),
        danger: true,
        onDone: () => {
          draft.clear();
          onClose();
        },
      },
    );
  };
  return (
    <ActForm onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <TextField
        id="order-text"
        label={t('order.text')}
        required
        error={errorOf(errors, 'order-text')}
        rows={3}
        value={draft.value.text}
        onChange={(next) => draft.change({ text: next })}
      />
      <DayField
        id="order-due"
        label={t('order.dueOn')}
        required
        error={errorOf(errors, 'order-due')}
        value={draft.value.dueOn}
        onChange={(next) => draft.change({ dueOn: next })}
      />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={acts.busy}>
          {t('order.send')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </ActForm>
  );
}

function OrderAnswer({ order }: { order: OrderRow }) {
  const t = useWords(interviewWords);
  const answer = useOrderAnswer(order.caseId, order.id);
  return (
    <TextAct
      id={`order-${order.id}-answer`}
      draft={`order.${order.id}.answer`}
      label={t('order.answerText')}
      missing={t('order.answerMissing')}
      consequence={t('order.answerConsequence', { number: order.orderNumber })}
      act={t('order.answer')}
      send={t('order.answer')}
      run={answer.mutateAsync}
    />
  );
}
