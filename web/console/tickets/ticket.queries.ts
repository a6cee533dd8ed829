import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import {
  reviewSetAside,
  reviewUphold,
  serviceItemList,
  ticketAccept,
  ticketAnswer,
  ticketDispatch,
  ticketLedger,
  ticketList,
  ticketRead,
  ticketRefuse,
  ticketReply,
  ticketReturn,
  ticketReveal,
  type DispatchTicketDto,
  type TicketPageDto,
  type TicketState,
} from '@shared/api/generated/hotline.js';
import { under } from '../api/client.js';
import { itemKeys, useFollowedList, useLedger, useTakeIn } from '../api/lists.js';

export interface TicketFilter {
  state?: TicketState;
  unitId?: string;
  kind?: RequestKind;
  review?: 'asked';
  q?: string;
}

export const ticketKeys = itemKeys<TicketFilter>('tickets');

const PAGE = 50;

/** Tickets, the newest first, a page at a time. */
export function useTicketList(filter: TicketFilter) {
  return useFollowedList(ticketKeys.list(filter), (page, options) => readTickets(filter, page, options));
}

/** One page of them; without a cursor the first. */
export function readTickets(
  filter: TicketFilter,
  page: { after?: string } = {},
  options: { signal?: AbortSignal } = {},
): Promise<TicketPageDto> {
  return ticketList({ ...filter, ...page, limit: PAGE }, options);
}

export function useTicket(id: string) {
  return useQuery({ queryKey: ticketKeys.one(id), queryFn: () => ticketRead(id) });
}

export function useTicketLedger(id: string) {
  return useLedger(ticketKeys.ledger(id), (page) => ticketLedger(id, page));
}

export function useServiceItems() {
  return useQuery({
    queryKey: ['service-items'],
    queryFn: () => serviceItemList(),
    staleTime: Infinity,
    select: (answer) => answer.items,
  });
}

/** The acts on a ticket, each with what it takes. */
export type TicketAct =
  | { act: 'dispatch'; body: DispatchTicketDto }
  | { act: 'accept' }
  | { act: 'return'; body: { reason: string } }
  | { act: 'reply'; body: { text: string } }
  | { act: 'answer'; body: { text: string } }
  | { act: 'refuse'; body: { legalBasis: string } }
  | { act: 'uphold'; body: { reason: string } }
  | { act: 'set_aside'; body: { reason: string } };

function send(id: string, act: TicketAct, version: number) {
  const options = under({ version });
  switch (act.act) {
    case 'dispatch':
      return ticketDispatch(id, act.body, options);
    case 'accept':
      return ticketAccept(id, options);
    case 'return':
      return ticketReturn(id, act.body, options);
    case 'reply':
      return ticketReply(id, act.body, options);
    case 'answer':
      return ticketAnswer(id, act.body, options);
    case 'refuse':
      return ticketRefuse(id, act.body, options);
    case 'uphold':
      return reviewUphold(id, act.body, options);
    case 'set_aside':
      return reviewSetAside(id, act.body, options);
  }
}

/**
 * Does an act on the ticket as the person saw it.
 * @throws ApiProblem 412 `stale-version` when somebody else was faster
 */
export function useTicketAct(id: string) {
  const onSuccess = useTakeIn(ticketKeys);
  return useMutation({
    mutationFn: ({ act, version }: { act: TicketAct; version: number }) => send(id, act, version),
    onSuccess,
  });
}

/** Opens name and number; the answer stays in this one place and is kept in no cache. */
export function useContactReveal(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => ticketReveal(id, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ticketKeys.ledger(id) }),
  });
}
