import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ticketRead } from '@shared/api/generated/hotline.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { putIntoLists } from '../api/lists.js';
import { jsonOf } from '../controls/event-data.js';
import { useRole } from '../session/session.js';
import { ticketKeys, type TicketFilter } from './ticket.queries.js';

interface TicketEvent {
  id: string;
  number: string;
  state: string;
  unitId: string | null;
}

/**
 * Follows the event stream for a list: rows that are there change in place, new ones are counted and wait until
 * somebody asks to see them (look.md: nothing moves under the pointer).
 */
export function useArrivals(filter: TicketFilter, rows: readonly { id: string }[]) {
  const client = useQueryClient();
  const unitPeople = useRole('handler', 'unit_head');
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const scope = JSON.stringify(filter);
  const [shownScope, setShownScope] = useState(scope);
  if (shownScope !== scope) {
    setShownScope(scope);
    setArrived(new Set());
  }

  useLiveStream('/api/hotline/stream', (event) => {
    if (event.type !== 'ticket') return;
    const ticket = jsonOf<TicketEvent>(event.data);
    if (!ticket) return;
    if (rows.some((row) => row.id === ticket.id)) {
      ticketRead(ticket.id).then(
        (now) => {
          putIntoLists(client, ticketKeys.lists, now);
          client.setQueryData(ticketKeys.one(now.id), now);
          return client.invalidateQueries({ queryKey: ticketKeys.ledger(now.id) });
        },
        // The row shows what it showed; opening it says what is wrong.
        () => undefined,
      );
      return;
    }
    if (isNew(ticket, filter, unitPeople)) setArrived((before) => new Set(before).add(ticket.id));
  });

  return {
    waiting: arrived.size,
    show: () => {
      setArrived(new Set());
      void client.resetQueries({ queryKey: ticketKeys.list(filter) });
    },
  };
}

/** A ticket not in the list belongs on top of it when it has just come in, or just come into the chosen state. */
function isNew(ticket: TicketEvent, filter: TicketFilter, unitPeople: boolean): boolean {
  if (filter.q || filter.kind) return false;
  if (filter.unitId && filter.unitId !== ticket.unitId) return false;
  return ticket.state === (filter.state ?? (unitPeople ? 'dispatched' : 'registered'));
}
