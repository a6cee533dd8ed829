import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import type { TicketRowDto } from '@shared/api/generated/hotline.js';
import { ticketWords } from './ticket.words.js';

interface MarksProps {
  ticket: Pick<TicketRowDto, 'greenChannel' | 'confidential' | 'reviewAsked'>;
  /** In a list's line the lock alone is seen: the room is the subject's. */
  inRow?: boolean;
}

/** 绿色通道, 保密 and 复议, where they apply. */
export function TicketMarks({ ticket, inRow }: MarksProps) {
  const t = useWords(ticketWords);
  return (
    <>
      {ticket.greenChannel ? <span className="mark mark-green">{t('mark.green')}</span> : null}
      {ticket.reviewAsked ? <span className="mark">{t('mark.review')}</span> : null}
      {ticket.confidential ? (
        <span className="mark" title={t('mark.confidential')}>
          <Icon name="lock" size="1em" />
          <span className={inRow ? 'visually-hidden' : undefined}>{t('mark.confidential')}</span>
        </span>
      ) : null}
    </>
  );
}
