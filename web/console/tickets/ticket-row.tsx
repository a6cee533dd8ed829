import { useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { requestWords } from '@shared/request/request.words.js';
import type { TicketRowDto } from '@shared/api/generated/hotline.js';
import { Clock } from '../controls/clock.js';
import { CardMark } from '../controls/card-mark.js';
import { termWords } from '../terms/terms.words.js';
import { TicketMarks } from './ticket-marks.js';
import { ticketWords } from './ticket.words.js';

/** One line: what it is, where it stands, what it is about, and at the right edge how long is left. */
export function TicketRowLine({ ticket }: { ticket: TicketRowDto }) {
  const t = useWords(ticketWords);
  const term = useWords(termWords);
  const of = useWords(requestWords);
  // Overdue already says what the red card is for; the line keeps its room for the subject.
  const card = ticket.card === 'red' && ticket.clock.state === 'over' ? null : ticket.card;
  return (
    <>
      <span className="row-kind">{of(`kind.${ticket.kind}`)}</span>
      <span className="row-number">{ticket.number}</span>
      <span className="row-subject" title={ticket.subject}>
        <TicketMarks ticket={ticket} inRow />
        {ticket.subject ? <span lang={writtenIn(ticket.subject)}>{ticket.subject}</span> : t('subject.hidden')}
      </span>
      <span className="row-end">
        {card ? <CardMark colour={card} /> : null}
        <span className="row-state">{term(`state.${ticket.state}`)}</span>
        <Clock clock={ticket.clock} />
      </span>
    </>
  );
}
