import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { putIntoLists } from '../api/lists.js';
import { call } from '../api/request.js';
import type { TicketLedgerEntryDto, Page, ServiceItemDto, TicketDetailDto, TicketRowDto } from '../api/types.js';

export interface TicketFilter {
  state?: string;
  unitId?: string;
  kind?: string;
  q?: string;
}

export const ticketKeys = {
  list: (filter: TicketFilter) => ['tickets', 'list', filter] as const,
  lists: ['tickets', 'list'] as const,
  one: (id: string) => ['tickets', 'one', id] as const,
  ledger: (id: string) => ['tickets', 'ledger', id] as const,
};

const PAGE = 50;

/** Tickets, the newest first, a page at a time. */
export function useTicketList(filter: TicketFilter) {
  return useInfiniteQuery({
    queryKey: ticketKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      call<Page<TicketRowDto>>('GET', '/api/hotline/tickets', {
        query: { ...filter, after: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Infinity,
  });
}

export const readTicket = (id: string) => call<TicketDetailDto>('GET', `/api/hotline/tickets/${id}`);

export function useTicket(id: string) {
  return useQuery({ queryKey: ticketKeys.one(id), queryFn: () => readTicket(id) });
}

export function useTicketLedger(id: string) {
  return useInfiniteQuery({
    queryKey: ticketKeys.ledger(id),
    queryFn: ({ pageParam }) =>
      call<Page<TicketLedgerEntryDto>>('GET', `/api/hotline/tickets/${id}/ledger`, {
        query: { after: pageParam, limit: PAGE },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useServiceItems() {
  return useQuery({
    queryKey: ['service-items'],
    queryFn: () => call<{ items: ServiceItemDto[] }>('GET', '/api/hotline/service-items'),
    staleTime: Infinity,
    select: (answer) => answer.items,
  });
}

/** The acts on a ticket, as the API names them. */
export type TicketAct =
  | { act: 'dispatch'; body: { unitId: string; note?: string } }
  | { act: 'accept'; body: Record<string, never> }
  | { act: 'return'; body: { reason: string } }
  | { act: 'reply'; body: { text: string } }
  | { act: 'answer'; body: { text: string } }
  | { act: 'refuse'; body: { legalBasis: string } };

/**
 * Does an act on the ticket as the person saw it.
 * @throws ApiProblem 412 `stale-version` when somebody else was faster
 */
export function useTicketAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, body, version }: TicketAct & { version: number }) =>
      call<TicketDetailDto>('POST', `/api/hotline/tickets/${id}/${act}`, { body, version }),
    onSuccess: async (ticket) => {
      client.setQueryData(ticketKeys.one(id), ticket);
      putIntoLists(client, ticketKeys.lists, ticket);
      await client.invalidateQueries({ queryKey: ticketKeys.ledger(id) });
    },
  });
}

export function useContactReveal(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call<{ name: string | null; phone: string }>('POST', `/api/hotline/tickets/${id}/contact/reveal`, {
        body: { reason },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ticketKeys.ledger(id) }),
  });
}
