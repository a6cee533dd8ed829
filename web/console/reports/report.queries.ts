import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { call } from '../api/request.js';
import type { InstructionBody, InstructionRow, Page, ReportDetail, ReportRow } from '../api/types.js';

const BASE = '/api/interviews';

export const reportKeys = {
  lists: ['reports', 'list'] as const,
  one: (id: string) => ['reports', 'one', id] as const,
  instructions: ['instructions'] as const,
};

export function useReportList() {
  return useInfiniteQuery({
    queryKey: reportKeys.lists,
    queryFn: ({ pageParam }) =>
      call<Page<ReportRow>>('GET', `${BASE}/reports`, { query: { after: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: reportKeys.one(id),
    queryFn: () => call<ReportDetail>('GET', `${BASE}/reports/${id}`),
  });
}

/** Where a report is read as a Word document. */
export const documentHref = (id: string) => `${BASE}/reports/${id}/document`;

/** Puts what the service answered in its place and reads the lists anew. */
function useReportAnswer() {
  const client = useQueryClient();
  return async (report: ReportDetail) => {
    client.setQueryData(reportKeys.one(report.id), report);
    await client.invalidateQueries({ queryKey: reportKeys.lists });
  };
}

export function useReportDraft() {
  const onSuccess = useReportAnswer();
  const key = new IdempotencyKey('report.draft', sessionStore());
  return useMutation({
    mutationFn: (week: string) => call<ReportDetail>('POST', `${BASE}/reports`, { body: { week }, key: key.for(week) }),
    onSuccess: (report) => {
      key.done();
      return onSuccess(report);
    },
  });
}

/** @throws ApiProblem 412 when somebody else has edited it meanwhile */
export function useReportEdit(id: string) {
  const onSuccess = useReportAnswer();
  return useMutation({
    mutationFn: ({ summary, version }: { summary: string; version: number }) =>
      call<ReportDetail>('PUT', `${BASE}/reports/${id}`, { body: { summary }, version }),
    onSuccess,
  });
}

export function useReportSignOff(id: string) {
  const onSuccess = useReportAnswer();
  const key = new IdempotencyKey(`report.${id}.sign-off`, sessionStore());
  return useMutation({
    mutationFn: (version: number) =>
      call<ReportDetail>('POST', `${BASE}/reports/${id}/sign-off`, { version, key: key.for(version) }),
    onSuccess: (report) => {
      key.done();
      return onSuccess(report);
    },
  });
}

export function useInstruction(reportId: string) {
  const client = useQueryClient();
  const key = new IdempotencyKey(`report.${reportId}.instruction`, sessionStore());
  return useMutation({
    mutationFn: (body: InstructionBody) =>
      call<InstructionRow>('POST', `${BASE}/reports/${reportId}/instructions`, { body, key: key.for(body) }),
    onSuccess: async () => {
      key.done();
      await client.invalidateQueries({ queryKey: reportKeys.one(reportId) });
      await client.invalidateQueries({ queryKey: reportKeys.instructions });
    },
  });
}

export interface InstructionFilter {
  state?: string;
  unitId?: string;
}

export function useInstructionList(filter: InstructionFilter) {
  return useInfiniteQuery({
    queryKey: [...reportKeys.instructions, filter],
    queryFn: ({ pageParam }) =>
      call<Page<InstructionRow>>('GET', `${BASE}/instructions`, { query: { ...filter, after: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Reads every list and report that shows the instruction again. */
function useInstructionAnswer() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: reportKeys.instructions });
    await client.invalidateQueries({ queryKey: ['reports', 'one'] });
  };
}

export function useReportBack(id: string) {
  const onSuccess = useInstructionAnswer();
  return useMutation({
    mutationFn: (text: string) =>
      call<InstructionRow>('POST', `${BASE}/instructions/${id}/report-back`, { body: { text } }),
    onSuccess,
  });
}

export function useInstructionStrikeOff(id: string) {
  const onSuccess = useInstructionAnswer();
  return useMutation({
    mutationFn: () => call<InstructionRow>('POST', `${BASE}/instructions/${id}/strike-off`),
    onSuccess,
  });
}
