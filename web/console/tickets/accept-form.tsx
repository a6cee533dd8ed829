import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import type { ActFormProps } from './ticket-acts.js';
import { ticketWords } from './ticket.words.js';

/** 受理: the unit takes the matter on. */
export function AcceptForm({ ticket, ask }: ActFormProps) {
  const t = useWords(ticketWords);
  const shown = useLanguage();
  const due = ticket.replyDueAt ? formatDateTime(ticket.replyDueAt, shown) : null;
  return (
    <div className="act-form">
      <p className="soft">{t('accept.explain')}</p>
      <Button
        type="primary"
        onClick={() => ask({ act: 'accept' }, t('consequence.accept', { number: ticket.number, due }), () => undefined)}
      >
        {t('send.accept')}
      </Button>
    </div>
  );
}
