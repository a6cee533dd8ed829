import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { TicketRowDto } from '@shared/api/generated/hotline.js';
import { ticketWords } from './ticket.words.js';

/** 绿色通道, 保密 and 复议, where they apply. */
export function TicketMarks({
  ticket,
}: {
  ticket: Pick<TicketRowDto, 'greenChannel' | 'confidential' | 'reviewAsked'>;
}) {
  const t = useWords(ticketWords);
  return (
    <>
      {ticket.greenChannel ? <span className="mark mark-green">{t('mark.green')}</span> : null}
      {ticket.reviewAsked ? <span className="mark">{t('mark.review')}</span> : null}
      {ticket.confidential ? (
        <span className="mark">
          <Icon name="lock" size="1em" />
          {t('mark.confidential')}
        </span>
      ) : null}
    </>
  );
}
