import { useMemo } from 'react';
import type { CaseRow } from '@shared/api/generated/interviews.js';

/**
 * What is overdue stands on top, the rest keeps its order. The order is settled when rows are read: a case that
 * becomes overdue, or is held, while somebody looks changes its words but not its place.
 */
export function useOverdueFirst(rows: readonly CaseRow[]): CaseRow[] {
  const read = rows.map((row) => row.id).join();
  const order = useMemo(
    () => new Map(overdueFirst(rows).map((row, place) => [row.id, place])),
    // The rows themselves change with every event, their ids only when a list is read.
    [read],
  );
  return [...rows].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function overdueFirst(rows: readonly CaseRow[]): CaseRow[] {
  return [...rows.filter((row) => row.clock.state === 'over'), ...rows.filter((row) => row.clock.state !== 'over')];
}
