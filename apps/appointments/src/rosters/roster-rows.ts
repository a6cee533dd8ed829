import type { Duty, Rest } from './domain/roster.js';
import type { RosterState } from './roster.dto.js';

/** A roster without its duties. */
export interface Roster {
  readonly id: string;
  readonly siteId: string;
  readonly siteNameZh: string;
  readonly siteNameEn: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly state: RosterState;
  readonly madeAt: Date;
  readonly publishedAt: Date | null;
  readonly version: number;
}

/** A duty as it is kept. */
export interface KeptDuty extends Duty {
  readonly id: string;
  readonly seat: 'A' | 'B' | null;
  readonly tookOverFrom: string | null;
}

/** Who is on duty, and who has a half-day off in return. */
export interface Assignments {
  readonly duties: readonly KeptDuty[];
  readonly rests: readonly Rest[];
}
