import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import {
  NO_TURNS,
  owedHalfDays,
  SHARED_TURNS,
  type Duty,
  type Rest,
  type RosterDay,
  type RosterFrame,
  type Turn,
  type TurnCount,
} from './roster.js';

/**
 * What each officer does in a roster: shared turns by kind, half-days worked on weekends and holidays and given back
 * (domain.md §3, 轮休). Everybody of the frame has an entry.
 */
export function turnsInPeriod(
  frame: RosterFrame,
  duties: readonly Duty[],
  rests: readonly Rest[],
): Map<string, TurnCount> {
  const turnOfDuty = turnFinder(frame.days);
  return new Map(
    frame.officers.map(({ id }) => {
      const own = duties.filter(({ officerId }) => officerId === id).map(turnOfDuty);
      const count = (turn: Turn): number => own.filter((one) => one === turn).length;
      const [noon, evening, weekend, holiday] = [count('noon'), count('evening'), count('weekend'), count('holiday')];
      const restGivenBack = rests.filter(({ officerId }) => officerId === id).length;
      return [id, { noon, evening, weekend, holiday, restWorked: weekend + holiday, restGivenBack }];
    }),
  );
}

export function sumOfTurns(one: TurnCount, other: TurnCount): TurnCount {
  const sum = (key: keyof TurnCount): number => one[key] + other[key];
  const shared = Object.fromEntries(SHARED_TURNS.map((turn) => [turn, sum(turn)]));
  return { ...NO_TURNS, ...shared, restWorked: sum('restWorked'), restGivenBack: sum('restGivenBack') };
}

/** A half-day of rest that is late, or that nobody owed. */
export interface RestFault {
  readonly officerId: string;
  readonly day: Day;
  readonly fault: 'overdue' | 'not-owed';
}

/**
 * Compares half-days worked with half-days given back, the oldest first. One is overdue where the day by which it had
 * to be given back lies in the period and it was not; one is not owed where it comes before the work it is for. What
 * was carried into the period counts as worked on the day before it.
 */
export function restFaults(frame: RosterFrame, duties: readonly Duty[], rests: readonly Rest[]): RestFault[] {
  const first = frame.days.at(0)?.day;
  const last = frame.days.at(-1)?.day;
  if (first === undefined || last === undefined) return [];
  const turnOfDuty = turnFinder(frame.days);
  return frame.officers.flatMap(({ id }) => {
    const carried = Math.max(0, owedHalfDays(frame.carried.get(id) ?? NO_TURNS));
    const worked = duties
      .filter((duty) => duty.officerId === id && isRestDayTurn(turnOfDuty(duty)))
      .map(({ day }) => day)
      .toSorted();
    const owed = [...Array.from({ length: carried }, () => shiftDay(first, -1)), ...worked];
    const given = rests
      .filter(({ officerId }) => officerId === id)
      .map(({ day }) => day)
      .toSorted();
    const early = given.filter((day, i) => (owed[i] ?? day) >= day);
    const late = owed
      .map((work, i) => ({ by: shiftDay(work, frame.rules.restWithinDays), back: given[i] }))
      .filter(({ by, back }) => by <= last && (back === undefined || back > by));
    return [
      ...early.map((day) => ({ officerId: id, day, fault: 'not-owed' as const })),
      ...late.map(({ by }) => ({ officerId: id, day: by, fault: 'overdue' as const })),
    ];
  });
}

/** Whether the session is worked on a day of rest and given back. */
export function isRestDayTurn(turn: Turn): boolean {
  return turn === 'weekend' || turn === 'holiday';
}

/** Finds what a duty counts as; one outside the open sessions counts as daily work. */
export function turnFinder(days: readonly RosterDay[]): (duty: Pick<Duty, 'day' | 'session'>) => Turn {
  const turns = new Map(
    days.flatMap(({ day, sessions }) => sessions.map(({ session, turn }) => [`${day} ${session}`, turn] as const)),
  );
  return ({ day, session }) => turns.get(`${day} ${session}`) ?? 'ordinary';
}
