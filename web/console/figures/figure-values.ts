import type { FiguresRow } from '@shared/api/generated/appointments.js';

export const FIGURES = ['use', 'fill', 'wait', 'wait90', 'noShow', 'unserved', 'extended', 'lead'] as const;
export type FigureName = (typeof FIGURES)[number];

/** Shares are shown in percent, the others as numbers. */
const SHARES: ReadonlySet<FigureName> = new Set(['use', 'fill', 'noShow', 'unserved', 'extended']);

const HOURS_A_DAY = 24;

/** A figure of a row as a number, null where nothing was there to count. */
export function valueOf(row: FiguresRow, figure: FigureName): number | null {
  switch (figure) {
    case 'use':
      return row.windowUse.share;
    case 'fill':
      return fillOf(row);
    case 'wait':
      return row.wait.medianMinutes;
    case 'wait90':
      return row.wait.p90Minutes;
    case 'noShow':
      return row.noShow.rate;
    case 'unserved':
      return row.unserved.share;
    case 'extended':
      return row.extended.share;
    case 'lead':
      return row.leadTime.medianHours === null ? null : row.leadTime.medianHours / HOURS_A_DAY;
  }
}

/** What is booked of what all sessions offer; null by item, where nothing is offered for one alone. */
function fillOf({ sessions }: FiguresRow): number | null {
  const offered = sessions.reduce((sum, { offeredMinutes }) => sum + (offeredMinutes ?? 0), 0);
  const booked = sessions.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0);
  return offered === 0 ? null : booked / offered;
}

/** `42.5%`, `7`, `3.5`; null gives null. */
export function shownValue(value: number | null, figure: FigureName): string | null {
  if (value === null) return null;
  return SHARES.has(figure) ? `${(value * 100).toFixed(1)}%` : String(Math.round(value * 10) / 10);
}

/** The same in the unit of a chart's axis. */
export function chartValue(value: number | null, figure: FigureName): number | null {
  if (value === null) return null;
  return SHARES.has(figure) ? Math.round(value * 1000) / 10 : Math.round(value * 10) / 10;
}
