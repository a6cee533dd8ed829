import { useWords } from '@shared/i18n/use-words.js';
import { useLocation } from 'wouter';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { Ticket } from './ticket.js';
import { TicketList } from './ticket-list.js';
import { ticketWords } from './ticket.words.js';

/** The requests: the list is the place of work, the chosen ticket stands beside it. */
export function Tickets({ selected }: { selected: string | null }) {
  const t = useWords(ticketWords);
  const [, go] = useLocation();
  useShortcut('Escape', () => go(`/tickets${location.search}`), selected !== null);
  return (
    <Workplace
      title={t('title')}
      chosen={selected !== null}
      list={<TicketList selected={selected} />}
      item={selected ? <Ticket key={selected} id={selected} /> : <p className="empty">{t('none.chosen')}</p>}
    />
  );
}
