import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { TicketRowDto } from '@shared/api/generated/hotline.js';
import { ticketWords } from './ticket.words.js';

/** 绿色通道 and 保密, where they apply. */
export function TicketMarks({ ticket }: { ticket: Pick<TicketRowDto, 'greenChannel' | 'confidential'> }) {
  const t = useWords(ticketWords);
  return (
    <>
      {ticket.greenChannel ? <span className="mark mark-green">{t('mark.green')}</span> : null}
      {ticket.confidential ? (
        <span className="mark">
          <Icon name="lock" size="1em" />
          {t('mark.confidential')}
        </span>
      ) : null}
    </>
  );
}
