import { describe, expect, it } from '@jest/globals';
import { compileReport, type ReportedCase, type ReportedRound, type ReportMatter } from './compile-report.js';

const at = (day: number): Date => new Date(`2026-11-${String(day).padStart(2, '0')}T10:00:00+08:00`);
const round = (over: Partial<ReportedRound>): ReportedRound => ({
  openedAt: at(10),
  overdueAt: null,
  heldAt: null,
  recordedAt: null,
  inTime: null,
  outcome: null,
  verifiedAt: null,
  satisfied: null,
  ...over,
});
const reported = (n: number, over: Partial<ReportedCase>): ReportedCase => ({
  caseId: `case-${n}`,
  caseNumber: `约谈〔2026〕000${n}号`,
  ticketNumber: `T${n}`,
  kind: 'complaint',
  subject: '路灯不亮',
  unitId: 'housing',
  state: 'opened',
  round: 1,
  tier: 1,
  dueAt: at(30),
  closedAt: null,
  rounds: [round({})],
  cards: [],
  ...over,
});
const compile = (cases: ReportedCase[], breaches: ReportMatter['breaches'] = []) =>
  compileReport({
    week: '2026-W48',
    from: new Date('2026-11-23T00:00:00+08:00'),
    to: new Date('2026-11-30T00:00:00+08:00'),
    asOf: at(30),
    cases,
    breaches,
    unitName: (id) => ({ nameZh: `${id}局`, nameEn: id }),
  });

describe('the weekly report', () => {
  it('counts what happened within the week, and what is open at its end', () => {
    const closed = reported(1, {
      state: 'closed',
      closedAt: at(27),
      rounds: [
        round({
          openedAt: at(23),
          heldAt: at(25),
          recordedAt: at(25),
          inTime: true,
          outcome: 'resolved',
          verifiedAt: at(27),
          satisfied: true,
        }),
      ],
    });
    const again = reported(2, {
      round: 2,
      unitId: 'labour',
      rounds: [
        round({ heldAt: at(20), recordedAt: at(20), inTime: true, verifiedAt: at(24), satisfied: false }),
        round({ openedAt: at(24) }),
      ],
    });
    const late = reported(3, {
      tier: 2,
      rounds: [round({ overdueAt: at(26) })],
      cards: [
        { colour: 'yellow', issuedAt: at(20) },
        { colour: 'red', issuedAt: at(26) },
      ],
    });
    const { figures, units, cases } = compile([closed, again, late], [{ unitId: 'labour', recordedAt: at(25) }]);
    expect(figures).toEqual({
      opened: 1,
      held: 1,
      heldInTime: 1,
      verified: 2,
      satisfied: 1,
      secondRounds: 1,
      overdue: 1,
      yellowCards: 0,
      redCards: 1,
      closed: 1,
      breaches: 1,
      openAtEnd: 2,
    });
    expect(units.map(({ unitId, overdue, breaches }) => ({ unitId, overdue, breaches }))).toEqual([
      { unitId: 'housing', overdue: 1, breaches: 0 },
      { unitId: 'labour', overdue: 0, breaches: 1 },
    ]);
    expect(cases.map((line) => line.caseId)).toEqual(['case-1', 'case-2', 'case-3']);
  });

  it('leaves out a case in which nothing happened, but counts it as open', () => {
    const { figures, cases } = compile([reported(1, {})]);
    expect(cases).toEqual([]);
    expect(figures.openAtEnd).toBe(1);
  });

  it('the week’s end belongs to the next week', () => {
    const onTheEdge = reported(1, { rounds: [round({ openedAt: new Date('2026-11-30T00:00:00+08:00') })] });
    expect(compile([onTheEdge]).figures.opened).toBe(0);
  });

  it('says nothing of what a confidential case is about', () => {
    const { cases } = compile([reported(1, { subject: '', rounds: [round({ openedAt: at(24) })] })]);
    expect(cases[0]?.subject).toBeNull();
  });
});
