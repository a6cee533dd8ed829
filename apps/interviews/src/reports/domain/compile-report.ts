import type { CaseState } from '../../cases/domain/case-state.js';
import type { Outcome } from '../../cases/domain/case-words.js';
import type { ReportCaseLine, ReportContent, ReportFigures, ReportUnitLine } from '../report.dto.js';

/** A case as the report sees it, with all its rounds and cards. */
export interface ReportedCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly ticketNumber: string;
  readonly kind: string;
  /** Empty where confidential. */
  readonly subject: string;
  readonly unitId: string;
  readonly state: CaseState;
  readonly round: number;
  readonly tier: number;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly rounds: readonly ReportedRound[];
  readonly cards: readonly { colour: 'yellow' | 'red'; issuedAt: Date }[];
}

export interface ReportedRound {
  readonly openedAt: Date;
  readonly overdueAt: Date | null;
  readonly heldAt: Date | null;
  readonly recordedAt: Date | null;
  readonly inTime: boolean | null;
  readonly outcome: Outcome | null;
  readonly verifiedAt: Date | null;
  readonly satisfied: boolean | null;
}

export interface ReportMatter {
  readonly week: string;
  readonly from: Date;
  readonly to: Date;
  readonly asOf: Date;
  readonly cases: readonly ReportedCase[];
  /** Units whose limits the hotline found broken; undefined where the hotline itself was late. */
  readonly breaches: readonly { unitId: string | undefined; recordedAt: Date }[];
  readonly unitName: (unitId: string) => { nameZh: string; nameEn: string };
}

type Counts = Omit<ReportUnitLine, 'unitId' | 'unitNameZh' | 'unitNameEn'> &
  Pick<ReportFigures, 'secondRounds' | 'closed'>;

/**
 * Compiles the week's report (《群众约谈工作专报》, domain.md §4, tier 3): figures, units, and each case that had
 * something happen in the time from `from` to before `to`, in one line. A talk counts when its minutes are recorded.
 */
export function compileReport(matter: ReportMatter): ReportContent {
  const within = (at: Date | null): boolean => at !== null && matter.from <= at && at < matter.to;
  const counted = matter.cases.map((item) => ({ item, counts: countCase(item, within) }));
  const breaches = matter.breaches.filter((breach) => within(breach.recordedAt));
  const totals = sum(counted.map(({ counts }) => counts));
  const units = new Map<string, Counts>();
  const addTo = (unitId: string, counts: Counts) => units.set(unitId, sum([units.get(unitId) ?? NOTHING, counts]));
  for (const { item, counts } of counted) if (hasAny(counts)) addTo(item.unitId, counts);
  for (const { unitId } of breaches) if (unitId !== undefined) addTo(unitId, { ...NOTHING, breaches: 1 });
  return {
    week: matter.week,
    from: matter.from.toISOString(),
    to: matter.to.toISOString(),
    asOf: matter.asOf.toISOString(),
    figures: {
      ...totals,
      breaches: breaches.length,
      openAtEnd: matter.cases.filter((item) => item.state !== 'closed').length,
    },
    units: [...units]
      .map(([unitId, counts]) => unitLine(unitId, counts, matter.unitName))
      .sort((a, b) => b.overdue - a.overdue || b.opened - a.opened || compare(a.unitId, b.unitId)),
    cases: counted
      .filter(({ counts }) => hasAny(counts))
      .map(({ item }) => caseLine(item, matter.unitName))
      .sort((a, b) => compare(a.caseNumber, b.caseNumber)),
  };
}

const NOTHING: Counts = {
  opened: 0,
  held: 0,
  heldInTime: 0,
  verified: 0,
  satisfied: 0,
  secondRounds: 0,
  overdue: 0,
  yellowCards: 0,
  redCards: 0,
  closed: 0,
  breaches: 0,
};

function countCase(item: ReportedCase, within: (at: Date | null) => boolean): Counts {
  const held = item.rounds.filter((round) => within(round.recordedAt));
  const verified = item.rounds.filter((round) => within(round.verifiedAt));
  const cards = item.cards.filter((card) => within(card.issuedAt));
  return {
    opened: item.rounds.slice(0, 1).filter((round) => within(round.openedAt)).length,
    held: held.length,
    heldInTime: held.filter((round) => round.inTime).length,
    verified: verified.length,
    satisfied: verified.filter((round) => round.satisfied).length,
    secondRounds: item.rounds.slice(1).filter((round) => within(round.openedAt)).length,
    overdue: item.rounds.filter((round) => within(round.overdueAt)).length,
    yellowCards: cards.filter((card) => card.colour === 'yellow').length,
    redCards: cards.filter((card) => card.colour === 'red').length,
    closed: within(item.closedAt) ? 1 : 0,
    breaches: 0,
  };
}

function caseLine(item: ReportedCase, unitName: ReportMatter['unitName']): ReportCaseLine {
  const talk = item.rounds.findLast((round) => round.heldAt !== null);
  const unit = unitName(item.unitId);
  return {
    caseId: item.caseId,
    caseNumber: item.caseNumber,
    ticketNumber: item.ticketNumber,
    kind: item.kind,
    unitNameZh: unit.nameZh,
    unitNameEn: unit.nameEn,
    subject: item.subject === '' ? null : item.subject,
    state: item.state,
    round: item.round,
    tier: item.tier,
    dueAt: item.dueAt.toISOString(),
    heldAt: talk?.heldAt?.toISOString() ?? null,
    outcome: talk?.outcome ?? null,
    satisfied: talk?.satisfied ?? null,
  };
}

function unitLine(unitId: string, counts: Counts, unitName: ReportMatter['unitName']): ReportUnitLine {
  const { secondRounds: _secondRounds, closed: _closed, ...shown } = counts;
  const { nameZh, nameEn } = unitName(unitId);
  return { unitId, unitNameZh: nameZh, unitNameEn: nameEn, ...shown };
}

function sum(all: readonly Counts[]): Counts {
  const total = { ...NOTHING };
  for (const counts of all) {
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += counts[name];
  }
  return total;
}

function hasAny(counts: Counts): boolean {
  return Object.values(counts).some((count) => count > 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
