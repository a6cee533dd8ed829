import type { VisitRow } from './desk.dto.js';
import type { VisitState } from './domain/visit-state.js';

/** A visit with the names of what it is about, as the database gives it. */
export interface Visit {
  readonly id: string;
  readonly siteId: string;
  /** At the office, `YYYY-MM-DD`. */
  readonly day: string;
  readonly number: number;
  readonly state: VisitState;
  readonly itemCode: string;
  readonly itemNameZh: string;
  readonly itemNameEn: string;
  readonly bookingId: string | null;
  readonly bookingCode: string | null;
  readonly startAt: Date | null;
  readonly green: boolean;
  readonly late: boolean;
  readonly arrivedAt: Date;
  readonly windowId: string | null;
  readonly windowCode: string | null;
  readonly calls: number;
  readonly calledAt: Date | null;
  readonly servedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Its columns, of `visit v` with `visitJoinsSql`. */
export const VISIT_COLUMNS = `v.id, v.site_id AS "siteId", to_char(v.day, 'YYYY-MM-DD') AS day, v.number, v.state,
  v.item_code AS "itemCode", i.name_zh AS "itemNameZh", i.name_en AS "itemNameEn", v.booking_id AS "bookingId",
  b.code AS "bookingCode", b.start_at AS "startAt", v.green, v.late, v.arrived_at AS "arrivedAt",
  v.window_id AS "windowId", w.code AS "windowCode", v.calls, v.called_at AS "calledAt", v.served_at AS "servedAt",
  v.ended_at AS "endedAt"`;

export const VISIT_JOINS = `JOIN service_item i ON i.code = v.item_code
  LEFT JOIN booking b ON b.id = v.booking_id LEFT JOIN service_window w ON w.id = v.window_id`;

/** A visit as the desk shows it; times may be texts, as they come out of JSON. */
export function visitRow(visit: Visit): VisitRow {
  const { bookingId: _, startAt, arrivedAt, calledAt, servedAt, endedAt, ...rest } = visit;
  return {
    ...rest,
    startAt: instant(startAt),
    arrivedAt: new Date(arrivedAt).toISOString(),
    calledAt: instant(calledAt),
    servedAt: instant(servedAt),
    endedAt: instant(endedAt),
  };
}

function instant(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
