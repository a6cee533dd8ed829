import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  caseAppointmentAppoint,
  caseAppointmentFreeRooms,
  caseGet,
  caseLedger,
  caseList,
  caseNameRootCause,
  casePlan,
  caseRecordMinutes,
  caseVerify,
  caseVolunteerAssign,
  caseVolunteerFree,
  orderAnswer,
  orderIssue,
  promisedTaskStrikeOff,
  type AppointmentBody,
  type MinutesBody,
  type OrderBody,
  type PlanBody,
  type RootCauseBody,
  type VerificationBody,
  type VolunteerAtTalkBody,
} from '@shared/api/generated/interviews.js';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { under } from '../api/client.js';
import { after, BY_CURSOR, itemKeys, useFollowedList, useLedger, useTakeIn } from '../api/lists.js';
import type { CaseState, Tier } from './case-terms.js';

export interface CaseFilter {
  state?: CaseState;
  unitId?: string;
  tier?: Tier;
}

export const caseKeys = itemKeys<CaseFilter>('cases');

/** Cases, the newest first. A county has a handful open at a time: one page holds them. */
export function useCaseList(filter: CaseFilter) {
  return useFollowedList(caseKeys.list(filter), (page, options) => readCases(filter, page, options));
}

/** One page of them; without a cursor the first. */
export function readCases(
  { tier, ...filter }: CaseFilter,
  page: { after?: string } = {},
  options: { signal?: AbortSignal } = {},
): ReturnType<typeof caseList> {
  return caseList({ ...filter, ...(tier ? { tier: Number(tier) } : {}), ...page, limit: 100 }, options);
}

/** The talks a volunteer is assigned to. No event stream tells of them: they are read whenever they are shown. */
export function useAssignedTalks() {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey: caseKeys.list({}),
    queryFn: ({ pageParam, signal }) => caseList({ ...after(pageParam), limit: 100 }, { signal }),
    staleTime: 0,
  });
}

export function useCase(id: string) {
  return useQuery({ queryKey: caseKeys.one(id), queryFn: () => caseGet(id) });
}

export function useCaseLedger(id: string) {
  return useLedger(caseKeys.ledger(id), (page) => caseLedger(id, page));
}

/** An act on a case with what it takes, named as the case's `allowed` names it. */
export type CaseAct =
  | { action: 'root-cause'; body: RootCauseBody }
  | { action: 'plan'; body: PlanBody }
  | { action: 'appointment'; body: AppointmentBody }
  | { action: 'volunteer'; body: VolunteerAtTalkBody }
  | { action: 'minutes'; body: MinutesBody }
  | { action: 'verification'; body: VerificationBody }
  | { action: 'orders'; body: OrderBody };

const keyOf = (id: string, action: CaseAct['action']) => new IdempotencyKey(`case.${id}.${action}`, sessionStore());

function send(id: string, act: CaseAct, version: number) {
  const options = under({ version, key: keyOf(id, act.action).for({ body: act.body, version }) });
  switch (act.action) {
    case 'root-cause':
      return caseNameRootCause(id, act.body, options);
    case 'plan':
      return casePlan(id, act.body, options);
    case 'appointment':
      return caseAppointmentAppoint(id, act.body, options);
    case 'volunteer':
      return caseVolunteerAssign(id, act.body, options);
    case 'minutes':
      return caseRecordMinutes(id, act.body, options);
    case 'verification':
      return caseVerify(id, act.body, options);
    case 'orders':
      return orderIssue(id, act.body, options);
  }
}

/**
 * Does a step of a case as the person saw it.
 * @throws ApiProblem 412 when somebody else was faster, 409 `slot-taken`, `volunteer-taken` with alternatives
 */
export function useCaseAct(id: string) {
  const client = useQueryClient();
  const takeIn = useTakeIn(caseKeys);
  return useMutation({
    mutationFn: ({ act, version }: { act: CaseAct; version: number }) => send(id, act, version),
    onSuccess: (now, { act }) => {
      keyOf(id, act.action).done();
      return takeIn(now);
    },
    // Who was free has changed, by this act or by the one that was faster.
    onSettled: () => client.invalidateQueries({ queryKey: ['cases', 'free-volunteers', id] }),
  });
}

/** Rooms that are free inside office hours between two instants. */
export function useFreeRooms(id: string, from: string, to: string, durationMinutes: number) {
  return useQuery({
    queryKey: ['cases', 'free-rooms', id, from, to, durationMinutes],
    queryFn: () => caseAppointmentFreeRooms(id, from, to, durationMinutes),
    staleTime: 0,
    select: (answer) => answer.items,
  });
}

/** The time of a talk. */
export interface TalkTime {
  startAt: string;
  endAt: string;
}

/**
 * Volunteers who are free for the whole of a time; asked anew whenever they are shown.
 * @param time null while there is none yet: nothing is asked
 * @param field only those who know it; empty: all
 */
export function useFreeVolunteers(id: string, time: TalkTime | null, field = '') {
  return useQuery({
    queryKey: ['cases', 'free-volunteers', id, time, field],
    queryFn: () => caseVolunteerFree(id, time?.startAt ?? '', time?.endAt ?? '', field === '' ? {} : { field }),
    enabled: time !== null,
    staleTime: 0,
    select: (answer) => answer.items,
  });
}

export const useTaskStrikeOff = (caseId: string, taskId: string) =>
  useTextOf(caseId, (result) => promisedTaskStrikeOff(taskId, { result }));

export const useOrderAnswer = (caseId: string, orderId: string) =>
  useTextOf(caseId, (text) => orderAnswer(orderId, { text }));

/** Sends a text about a part of a case, and reads the case again. */
function useTextOf(caseId: string, mutationFn: (text: string) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
  });
}
