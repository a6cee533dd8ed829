import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { OPENED } from '@shared/stream/live-stream.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { ticketList, type TicketRowDto } from '@shared/api/generated/hotline.js';
import {
  caseList,
  instructionList,
  orderList,
  reportList,
  type CaseRow,
  type OrderRow,
} from '@shared/api/generated/interviews.js';
import type { Page } from '../api/lists.js';
import { readAgain } from '../controls/read-again.js';
import { useNameOf } from '../directory/unit.queries.js';
import { suiteTime } from '../shell/system-clock.js';
import type { BoardPlan, FigureName } from './board-plan.js';

/** One item that is late or soon will be. */
export interface BoardItem {
  id: string;
  what: 'ticket' | 'case' | 'order';
  href: string;
  number: string;
  subject: string | null;
  card: 'yellow' | 'red' | null;
  clock: { state: TicketRowDto['clock']['state']; dueAt: string | null };
}

export interface Figure {
  name: FigureName;
  count: number;
  /** More than one page of items: the count is a lower bound. */
  more: boolean;
  href: string;
}

const PAGE = 100;
const EMPTY = { items: [], next: null };

/**
 * What a board shows, from the first pages of the lists it opens into: no figure that its list could not show.
 */
export function useBoard(plan: BoardPlan) {
  const client = useQueryClient();
  const nameOf = useNameOf();
  const [changed, setChanged] = useState(false);
  useLiveStream('/api/hotline/stream', (event) => {
    if (event.type === 'ticket' && plan.ticketStates.length > 0) setChanged(true);
    if (event.type === OPENED) readAgain(client, ['board']);
  });
  const wants = (name: FigureName) => plan.figures.includes(name);

  const tickets = useQueries({
    queries: plan.ticketStates.map((state) => ({
      queryKey: ['board', 'tickets', state],
      queryFn: () => ticketList({ state, limit: PAGE }),
    })),
  });
  const [cases, orders, instructions, reportedBack, drafts] = useQueries({
    queries: [
      { queryKey: ['board', 'cases'], queryFn: () => caseList({ limit: PAGE }), enabled: plan.cases },
      {
        queryKey: ['board', 'orders'],
        queryFn: () => orderList({ state: 'overdue', limit: PAGE }),
        enabled: wants('ordersOverdue'),
      },
      {
        queryKey: ['board', 'instructions'],
        queryFn: () => instructionList({ state: 'open', limit: PAGE }),
        enabled: wants('instructions'),
      },
      {
        queryKey: ['board', 'reported-back'],
        queryFn: () => instructionList({ state: 'reported_back', limit: PAGE }),
        enabled: wants('reportedBack'),
      },
      {
        queryKey: ['board', 'drafts'],
        queryFn: () => reportList({ state: 'draft', limit: PAGE }),
        enabled: wants('drafts'),
      },
    ],
  });

  const all = [...tickets, cases, orders, instructions, reportedBack, drafts];
  const used = all.filter((query) => query.fetchStatus !== 'idle' || query.data || query.error);
  const items: BoardItem[] = [
    ...tickets.flatMap((query) => query.data?.items ?? []).map(ticketItem),
    ...(cases.data?.items ?? []).map(caseItem),
  ];
  const withClock = (state: string) => items.filter((item) => item.clock.state === state).sort(byDue);
  const over = withClock('over');
  const near = withClock('near');
  const ordersOverdue = (orders.data?.items ?? [])
    .map((row) => orderItem(row, nameOf({ nameZh: row.unitNameZh, nameEn: row.unitNameEn })))
    .sort(byDue);
  const openCases = (cases.data?.items ?? []).filter((row) => row.state !== 'closed');

  const pages: Partial<Record<FigureName, Page<unknown>>> = {
    ordersOverdue: orders.data ?? EMPTY,
    instructions: instructions.data ?? EMPTY,
    reportedBack: reportedBack.data ?? EMPTY,
    drafts: drafts.data ?? EMPTY,
  };
  plan.ticketStates.forEach((state, n) => {
    pages[state] = tickets[n]?.data ?? EMPTY;
  });
  const counted = (name: FigureName): Omit<Figure, 'name' | 'href'> => {
    switch (name) {
      case 'over':
        return { count: over.length, more: false };
      case 'near':
        return { count: near.length, more: false };
      case 'held':
        return { count: openCases.filter((row) => row.state === 'held').length, more: false };
      case 'openCases':
        return { count: openCases.length, more: cases.data?.next != null };
      default:
        return { count: pages[name]?.items.length ?? 0, more: pages[name]?.next != null };
    }
  };

  return {
    ready: used.every((query) => query.data || query.error),
    error: used.find((query) => query.error)?.error ?? null,
    asOf: suiteTime(Math.min(...used.map((query) => query.dataUpdatedAt || Date.now()))),
    figures: plan.figures.map((name): Figure => ({ name, href: HREFS[name], ...counted(name) })),
    over,
    near,
    ordersOverdue,
    changed,
    refresh: () => {
      setChanged(false);
      void client.invalidateQueries({ queryKey: ['board'] });
    },
  };
}

/** Where each figure's items are. */
const HREFS: Record<FigureName, string> = {
  over: '#over',
  near: '#near',
  registered: '/tickets?state=registered',
  returned: '/tickets?state=returned',
  reopened: '/tickets?state=reopened',
  dispatched: '/tickets?state=dispatched',
  accepted: '/tickets?state=accepted',
  held: '/interviews?state=held',
  openCases: '/interviews',
  ordersOverdue: '#orders',
  instructions: '/instructions?state=open',
  reportedBack: '/instructions?state=reported_back',
  drafts: '/reports',
};

const ticketItem = (row: TicketRowDto): BoardItem => ({
  id: row.id,
  what: 'ticket',
  href: `/tickets/${row.id}`,
  number: row.number,
  subject: row.subject || null,
  card: row.card,
  clock: row.clock,
});

const caseItem = (row: CaseRow): BoardItem => ({
  id: row.id,
  what: 'case',
  href: `/interviews/${row.id}`,
  number: row.ticketNumber,
  subject: row.subject,
  card: row.card,
  clock: row.clock,
});

const orderItem = (row: OrderRow, unit: string): BoardItem => ({
  id: row.id,
  what: 'order',
  href: `/interviews/${row.caseId}`,
  number: row.orderNumber,
  subject: `${unit} · ${row.caseNumber}`,
  card: null,
  clock: { state: 'over', dueAt: row.dueAt },
});

const byDue = (a: BoardItem, b: BoardItem) => (a.clock.dueAt ?? '').localeCompare(b.clock.dueAt ?? '');
