import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  instructionGive,
  instructionList,
  instructionReportBack,
  instructionStrikeOff,
  reportDraft,
  reportEdit,
  reportGet,
  reportList,
  reportSignOff,
  type InstructionBody,
  type InstructionRow,
  type ReportDetail,
} from '@shared/api/generated/interviews.js';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { under } from '../api/client.js';
import { after, BY_CURSOR } from '../api/lists.js';

export const reportKeys = {
  lists: ['reports', 'list'] as const,
  one: (id: string) => ['reports', 'one', id] as const,
  instructions: ['instructions'] as const,
};

export function useReportList() {
  return useInfiniteQuery({
    queryKey: reportKeys.lists,
    ...BY_CURSOR,
    queryFn: ({ pageParam }) => reportList({ ...after(pageParam), limit: 50 }),
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: reportKeys.one(id),
    queryFn: () => reportGet(id),
  });
}

/** Where a report is read as a Word document. */
export const documentHref = (id: string) => `/api/interviews/reports/${id}/document`;

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
    mutationFn: (week: string) => reportDraft({ week }, under({ key: key.for(week) })),
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
      reportEdit(id, { summary }, under({ version })),
    onSuccess,
  });
}

export function useReportSignOff(id: string) {
  const onSuccess = useReportAnswer();
  const key = new IdempotencyKey(`report.${id}.sign-off`, sessionStore());
  return useMutation({
    mutationFn: (version: number) => reportSignOff(id, under({ version, key: key.for(version) })),
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
    mutationFn: (body: InstructionBody) => instructionGive(reportId, body, under({ key: key.for(body) })),
    onSuccess: async () => {
      key.done();
      await client.invalidateQueries({ queryKey: reportKeys.one(reportId) });
      await client.invalidateQueries({ queryKey: reportKeys.instructions });
    },
  });
}

export interface InstructionFilter {
  state?: InstructionRow['state'];
}

export function useInstructionList(filter: InstructionFilter) {
  return useInfiniteQuery({
    queryKey: [...reportKeys.instructions, filter],
    ...BY_CURSOR,
    queryFn: ({ pageParam }) => instructionList({ ...filter, ...after(pageParam), limit: 50 }),
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
    mutationFn: (text: string) => instructionReportBack(id, { text }),
    onSuccess,
  });
}

export function useInstructionStrikeOff(id: string) {
  const onSuccess = useInstructionAnswer();
  return useMutation({
    mutationFn: () => instructionStrikeOff(id),
    onSuccess,
  });
}
