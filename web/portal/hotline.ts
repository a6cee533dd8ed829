import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { call } from '@shared/api/call.js';

export interface ServiceItem {
  code: string;
  nameZh: string;
  nameEn: string;
  kind: RequestKind;
  replyLimitDays: number;
}
export type TicketState =
  | 'registered'
  | 'answered'
  | 'dispatched'
  | 'accepted'
  | 'in_progress'
  | 'awaiting_material'
  | 'returned'
  | 'replied'
  | 'callback'
  | 'dissatisfied'
  | 'in_interview'
  | 'closed'
  | 'refused'
  | 'withdrawn'
  | 'reopened';
export interface TicketProgress {
  number: string;
  kind: RequestKind;
  state: TicketState;
  subject: string;
  registeredAt: string;
  replyDueAt: string | null;
  unitNameZh: string | null;
  unitNameEn: string | null;
  reply: { text: string; repliedAt: string } | null;
  rating: { score: number; comment: string | null; ratedAt: string } | null;
  mayRate: boolean;
  interview: { startAt: string; endAt: string; placeZh: string; placeEn: string } | null;
  steps: { state: TicketState; at: string }[];
}

export const listServiceItems = async () => (await call<{ items: ServiceItem[] }>('/api/hotline/service-items')).items;
export const fileTicket = (body: object, key: string) =>
  call<{ number: string; queryCode: string; registeredAt: string }>('/api/hotline/citizen/tickets', {
    method: 'POST',
    body,
    key,
  });
export const lookUpTicket = (body: { number: string; code: string }) =>
  call<TicketProgress>('/api/hotline/citizen/lookup', { method: 'POST', body });
export const rateTicket = (
  body: { number: string; code: string; score: number; comment: string | null },
  key: string,
) => call<TicketProgress>('/api/hotline/citizen/ratings', { method: 'POST', body, key });
