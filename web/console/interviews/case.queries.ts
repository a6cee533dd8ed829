import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { putIntoLists } from '../api/lists.js';
import { call } from '../api/request.js';
import type {
  AppointmentBody,
  CaseAction,
  CaseDetail,
  CaseLedgerEntry,
  CaseRow,
  FreeRoomsDto,
  MinutesBody,
  OrderBody,
  OrderRow,
  Page,
  PlanBody,
  PromisedTaskDto,
  RootCauseBody,
  VerificationBody,
} from '../api/types.js';

const BASE = '/api/interviews';

export interface CaseFilter {
  state?: string;
  unitId?: string;
  tier?: string;
}

export const caseKeys = {
  list: (filter: CaseFilter) => ['cases', 'list', filter] as const,
  lists: ['cases', 'list'] as const,
  one: (id: string) => ['cases', 'one', id] as const,
  ledger: (id: string) => ['cases', 'ledger', id] as const,
};

/** Cases, the newest first. A county has a handful open at a time: one page holds them. */
export function useCaseList(filter: CaseFilter) {
  return useInfiniteQuery({
    queryKey: caseKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      call<Page<CaseRow>>('GET', `${BASE}/cases`, { query: { ...filter, after: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Infinity,
  });
}

export const readCase = (id: string) => call<CaseDetail>('GET', `${BASE}/cases/${id}`);

export function useCase(id: string) {
  return useQuery({ queryKey: caseKeys.one(id), queryFn: () => readCase(id) });
}

export function useCaseLedger(id: string) {
  return useInfiniteQuery({
    queryKey: caseKeys.ledger(id),
    queryFn: ({ pageParam }) =>
      call<Page<CaseLedgerEntry>>('GET', `${BASE}/cases/${id}/ledger`, { query: { after: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** An act on a case with what it takes, as the API names it. */
export type CaseAct =
  | { action: 'root-cause'; body: RootCauseBody }
  | { action: 'plan'; body: PlanBody }
  | { action: 'appointment'; body: AppointmentBody }
  | { action: 'minutes'; body: MinutesBody }
  | { action: 'verification'; body: VerificationBody }
  | { action: 'orders'; body: OrderBody };

const keyOf = (id: string, action: CaseAction) => new IdempotencyKey(`case.${id}.${action}`, sessionStore());

/**
 * Does a step of a case as the person saw it.
 * @throws ApiProblem 412 when somebody else was faster, 409 `slot-taken` with alternatives
 */
export function useCaseAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, body, version }: CaseAct & { version: number }) =>
      call<CaseDetail>('POST', `${BASE}/cases/${id}/${action}`, {
        body,
        version,
        key: keyOf(id, action).for({ body, version }),
      }),
    onSuccess: async (now, { action }) => {
      keyOf(id, action).done();
      client.setQueryData(caseKeys.one(id), now);
      putIntoLists(client, caseKeys.lists, now);
      await client.invalidateQueries({ queryKey: caseKeys.ledger(id) });
    },
  });
}

/** Rooms that are free inside office hours between two instants. */
export function useFreeRooms(id: string, from: string, to: string, durationMinutes: number) {
  return useQuery({
    queryKey: ['cases', 'free-rooms', id, from, to, durationMinutes],
    queryFn: () =>
      call<FreeRoomsDto>('GET', `${BASE}/cases/${id}/free-rooms`, { query: { from, to, durationMinutes } }),
    staleTime: 0,
    select: (answer) => answer.items,
  });
}

export function useTaskStrikeOff(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ taskId, result }: { taskId: string; result: string }) =>
      call<PromisedTaskDto>('POST', `${BASE}/tasks/${taskId}/strike-off`, { body: { result } }),
    onSuccess: () => client.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
  });
}

export function useOrderAnswer(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ orderId, text }: { orderId: string; text: string }) =>
      call<OrderRow>('POST', `${BASE}/orders/${orderId}/answer`, { body: { text } }),
    onSuccess: () => client.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
  });
}
